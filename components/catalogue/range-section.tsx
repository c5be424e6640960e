'use client';

import { useState, type FormEvent } from 'react';
import { cx } from '@/components/ui/cx';
import { RangeSlider } from '@/components/ui/range-slider';
import { formatCompact, formatCount } from '@/lib/format/numbers';
import type { Range } from '@/lib/queries/api-filter';
import { RailSection } from './facet-section';
import type { RangeDeclaration } from './facets';
import { binEnd, binStart, rangeOfText, rangeOfThumbs, thumbs } from './range-bins';

export interface Bin {
  readonly bin: number;
  readonly apis: number;
}

export interface RangeSectionProps {
  readonly declaration: RangeDeclaration;
  /** Bins that hold APIs, in order. */
  readonly bins: readonly Bin[];
  readonly value: Range | null;
  readonly onChange: (range: Range | null) => void;
}

/** A range: how the values are spread, two thumbs over the same bins, and the exact numbers. */
export function RangeSection({ declaration, bins, value, onChange }: RangeSectionProps) {
  const last = Math.max(1, bins.at(-1)?.bin ?? 0);
  const [low, high] = thumbs(value, last);
  return (
    <RailSection
      label={declaration.label}
      folded={false}
      chosen={value === null ? 0 : 1}
      onClear={() => onChange(null)}
    >
      {bins.length === 0 ? <p className="py-1 text-xs text-ink-3">No values</p> : null}
      <Histogram bins={bins} last={last} low={low} high={high} noun={declaration.noun} />
      <RangeSlider
        label={declaration.label}
        min={0}
        max={last}
        value={[low, high]}
        format={(bin) => formatCompact(bin === high && bin !== low ? binEnd(bin) : binStart(bin))}
        onCommit={(next) => onChange(rangeOfThumbs([next[0], next[1]], last))}
      />
      {/* A new range empties what was half typed. */}
      <RangeFields key={String(value)} label={declaration.label} value={value} onChange={onChange} />
    </RailSection>
  );
}

interface HistogramProps {
  readonly bins: readonly Bin[];
  readonly last: number;
  readonly low: number;
  readonly high: number;
  readonly noun: string;
}

function Histogram({ bins, last, low, high, noun }: HistogramProps) {
  const most = Math.max(1, ...bins.map(({ apis }) => apis));
  return (
    <div className="flex h-8 items-end gap-px px-[7px]" aria-hidden>
      {Array.from({ length: last + 1 }, (_, bin) => {
        const apis = bins.find((entry) => entry.bin === bin)?.apis ?? 0;
        return (
          <span
            key={bin}
            title={`${binStart(bin) === binEnd(bin) ? binStart(bin) : `${formatCount(binStart(bin))} to ${formatCount(binEnd(bin))}`} ${noun}: ${formatCount(apis)} APIs`}
            className="flex h-full flex-1 items-end"
          >
            <span
              className={cx(
                'w-full rounded-t-[1px]',
                bin >= low && bin <= high ? 'bg-c-documentation' : 'bg-line-strong',
              )}
              // Root scale: a bin with few APIs is still a bar.
              style={{ height: apis === 0 ? 0 : `${Math.max(6, Math.sqrt(apis / most) * 100)}%` }}
            />
          </span>
        );
      })}
    </div>
  );
}

function RangeFields({
  label,
  value,
  onChange,
}: { readonly label: string } & Pick<RangeSectionProps, 'value' | 'onChange'>) {
  const [min, setMin] = useState(value?.[0]?.toString() ?? '');
  const [max, setMax] = useState(value?.[1]?.toString() ?? '');
  const commit = () => {
    const next = rangeOfText(min, max);
    if (String(next) !== String(value)) onChange(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    commit();
  };
  return (
    <form className="mt-1.5 flex items-center gap-1.5 text-xs text-ink-3" onSubmit={submit}>
      <NumberField label={`${label}, at least`} placeholder="min" value={min} onChange={setMin} onCommit={commit} />
      <span aria-hidden>–</span>
      <NumberField label={`${label}, at most`} placeholder="max" value={max} onChange={setMax} onCommit={commit} />
      <button type="submit" className="sr-only">
        Apply {label}
      </button>
    </form>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onCommit: () => void;
}) {
  return (
    <input
      aria-label={props.label}
      placeholder={props.placeholder}
      inputMode="numeric"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={props.onCommit}
      className="tabular h-6 w-full min-w-0 rounded-sm border border-line bg-surface px-1.5 text-xs text-ink outline-none placeholder:text-ink-3 focus-visible:border-accent pointer-coarse:h-9 pointer-coarse:text-base"
    />
  );
}
