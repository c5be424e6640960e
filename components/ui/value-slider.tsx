'use client';

import * as RadixSlider from 'radix-ui/slider';

export interface ValueSliderProps {
  /** Accessible name. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Distance of two stops; 1 by default. For a logarithmic scale let the stops be exponents and say so in `format`. */
  readonly step?: number;
  readonly value: number;
  /** Called with every stop that the thumb passes. */
  readonly onChange: (value: number) => void;
  /** Called once, when the thumb is let go of or a key is pressed: right for what the back button takes back. */
  readonly onCommit?: (value: number) => void;
  /** Value for people; also what screen readers say. */
  readonly format?: (value: number) => string;
  readonly disabled?: boolean;
}

/** One thumb on a track. The caller keeps the value. */
export function ValueSlider({
  label,
  min,
  max,
  step = 1,
  value,
  onChange,
  onCommit,
  format = String,
  disabled,
}: ValueSliderProps) {
  return (
    <RadixSlider.Root
      min={min}
      max={max}
      step={step}
      value={[Math.min(Math.max(value, min), max)]}
      disabled={disabled ?? false}
      onValueChange={([next]) => onChange(next ?? min)}
      onValueCommit={([next]) => onCommit?.(next ?? min)}
      className="relative flex h-5 touch-none items-center select-none data-disabled:opacity-50 pointer-coarse:h-9"
    >
      <RadixSlider.Track className="relative h-[3px] flex-1 rounded-full bg-line-strong">
        <RadixSlider.Range className="absolute h-full rounded-full bg-accent" />
      </RadixSlider.Track>
      <RadixSlider.Thumb
        aria-label={label}
        aria-valuetext={format(value)}
        className="block size-3.5 cursor-grab rounded-full border-[1.5px] border-accent bg-surface transition-shadow hover:shadow-[0_0_0_4px_var(--accent-soft)] active:cursor-grabbing pointer-coarse:size-5"
      />
    </RadixSlider.Root>
  );
}
