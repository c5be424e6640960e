'use client';

import * as RadixSlider from 'radix-ui/slider';
import { useState } from 'react';

export type Range = readonly [low: number, high: number];

export interface RangeSliderProps {
  /** Accessible name of the pair; the thumbs are "LABEL, at least" and "LABEL, at most". */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Distance of two stops; 1 by default. For a logarithmic scale let the stops be exponents and say so in `format`. */
  readonly step?: number;
  readonly value: Range;
  /** Called once, when a thumb is let go of or a key is pressed: right for a URL and a query. */
  readonly onCommit: (value: Range) => void;
  /** Value for people, e.g. "1,024"; also what screen readers say. */
  readonly format?: (value: number) => string;
  readonly disabled?: boolean;
}

/** Two thumbs on one track. Holds the pair only while it is dragged. */
export function RangeSlider({
  label,
  min,
  max,
  step = 1,
  value,
  onCommit,
  format = String,
  disabled = false,
}: RangeSliderProps) {
  const [dragged, setDragged] = useState<Range | null>(null);
  const [low, high] = dragged ?? value;
  const commit = (next: number[]) => {
    setDragged(null);
    onCommit([next[0] ?? min, next[1] ?? max]);
  };
  return (
    <div className="select-none">
      <RadixSlider.Root
        min={min}
        max={max}
        step={step}
        value={[low, high]}
        disabled={disabled}
        onValueChange={(next) => setDragged([next[0] ?? min, next[1] ?? max])}
        onValueCommit={commit}
        className="relative flex h-5 touch-none items-center data-disabled:opacity-50 pointer-coarse:h-9"
      >
        <RadixSlider.Track className="relative h-[3px] flex-1 rounded-full bg-line-strong">
          <RadixSlider.Range className="absolute h-full rounded-full bg-accent" />
        </RadixSlider.Track>
        <Thumb label={`${label}, at least`} text={format(low)} />
        <Thumb label={`${label}, at most`} text={format(high)} />
      </RadixSlider.Root>
      <div className="tabular flex justify-between text-2xs text-ink-3" aria-hidden>
        <span>{format(low)}</span>
        <span>{format(high)}</span>
      </div>
    </div>
  );
}

function Thumb({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <RadixSlider.Thumb
      aria-label={label}
      aria-valuetext={text}
      className="block size-3.5 cursor-grab rounded-full border-[1.5px] border-accent bg-surface transition-shadow hover:shadow-[0_0_0_4px_var(--accent-soft)] active:cursor-grabbing pointer-coarse:size-5"
    />
  );
}
