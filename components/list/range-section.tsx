'use client';

import { useState, type FormEvent } from 'react';
import { cx } from '@/components/ui/cx';
import { RangeSlider } from '@/components/ui/range-slider';
import { formatCompact, formatCount } from '@/lib/format/numbers';
import type { Range } from '@/lib/queries/narrow';
import { RailSection } from './facet-section';
import type { Bin, RangeDeclaration } from './filter-model';
import { rangeOfText, rangeOfThumbs, thumbs, type Scale } from './range-bins';

export interface RangeSectionProps {
  readonly declaration: RangeDeclaration;
  /** What the rows are called. */
  readonly rows: string;
  /** Bins that hold rows, in order. */
  readonly bins: readonly Bin[];
  readonly scale: Scale;
  readonly value: Range | null;
  /** True while the bins are not here yet. */
  readonly pending: boolean;
  readonly onChange: (range: Range | null) => void;
}

/** A range: how the values are spread, two thumbs over the same bins, and the exact numbers. */
export function RangeSection({ declaration, rows, bins, scale, value, pending, onChange }: RangeSectionProps) {
  const last = scale.last ?? Math.max(1, bins.at(-1)?.bin ?? 0);
  const [low, high] = thumbs(value, last, scale);
  const isEmpty = bins.length === 0 && value === null && !pending;
  return (
    <RailSection
      label={declaration.label}
      folded={false}
      chosen={value === null ? 0 : 1}
      onClear={() => onChange(null)}
    >
      {bins.length === 0 ? <p className="py-1 text-xs text-ink-3">{pending ? 'Counting' : 'No values'}</p> : null}
      {isEmpty ? null : (
        <>
          <Histogram bins={bins} last={last} low={low} high={high} noun={declaration.noun} rows={rows} scale={scale} />
          <RangeSlider
            label={declaration.label}
            min={0}
            max={last}
            value={[low, high]}
            format={(bin) => edgeLabel(scale, bin === high && bin !== low ? scale.end(bin) : scale.start(bin))}
            onCommit={(next) => onChange(rangeOfThumbs([next[0], next[1]], last, scale))}
          />
          {/* A new range empties what was half typed. */}
          <RangeFields key={String(value)} label={declaration.label} value={value} scale={scale} onChange={onChange} />
        </>
      )}
    </RailSection>
  );
}

/** An end of a bin for people. */
function edgeLabel({ whole }: Scale, value: number): string {
  return whole ? formatCompact(value) : String(value);
}

interface HistogramProps {
  readonly bins: readonly Bin[];
  readonly last: number;
  readonly low: number;
  readonly high: number;
  readonly noun: string;
  readonly rows: string;
  readonly scale: Scale;
}

function binLabel(scale: Scale, bin: number): string {
  const [start, end] = [scale.start(bin), scale.end(bin)];
  const words = (value: number) => (scale.whole ? formatCount(value) : String(value));
  return start === end ? words(start) : `${words(start)} to ${words(end)}`;
}

function Histogram({ bins, last, low, high, noun, rows, scale }: HistogramProps) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return (
    <div className="flex h-8 items-end gap-px px-[7px]" aria-hidden>
      {Array.from({ length: last + 1 }, (_, bin) => {
        const count = bins.find((entry) => entry.bin === bin)?.count ?? 0;
        return (
          <span
            key={bin}
            title={`${binLabel(scale, bin)} ${noun}: ${formatCount(count)} ${rows}`}
            className="flex h-full flex-1 items-end"
          >
            <span
              className={cx(
                'w-full rounded-t-[1px]',
                bin >= low && bin <= high ? 'bg-c-documentation' : 'bg-line-strong',
              )}
              // Root scale: a bin with few rows is still a bar.
              style={{ height: count === 0 ? 0 : `${Math.max(6, Math.sqrt(count / most) * 100)}%` }}
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
  scale,
  onChange,
}: { readonly label: string } & Pick<RangeSectionProps, 'value' | 'scale' | 'onChange'>) {
  const [min, setMin] = useState(value?.[0]?.toString() ?? '');
  const [max, setMax] = useState(value?.[1]?.toString() ?? '');
  const commit = () => {
    const next = rangeOfText(min, max, scale);
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
      inputMode="decimal"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={props.onCommit}
      className="tabular h-6 w-full min-w-0 rounded-sm border border-line bg-surface px-1.5 text-xs text-ink outline-none placeholder:text-ink-3 focus-visible:border-accent pointer-coarse:h-9 pointer-coarse:text-base"
    />
  );
}
