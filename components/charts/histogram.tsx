'use client';

import { Bar, BarChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatPercent } from '@/lib/format/numbers';

export interface HistogramBin {
  /** Lower edge, inclusive. */
  readonly lower: number;
  /** Upper edge, exclusive. */
  readonly upper: number;
  readonly value: number;
  /** Part of the whole histogram, 0 to 1. */
  readonly share: number;
}

export interface HistogramProps {
  /** What the chart shows, for screen readers. */
  readonly label: string;
  /** All bins of the axis in order, empty ones included, so that charts below each other line up. */
  readonly bins: readonly HistogramBin[];
  /** Vertical lines, e.g. the median. */
  readonly markers: readonly { readonly at: number; readonly label: string }[];
  /** A CSS colour, e.g. `var(--c-code)`. */
  readonly colour: string;
  /** What is measured along the axis, e.g. "tokens". */
  readonly unit: string;
  /** What is counted in a bin, e.g. "records". */
  readonly counted: string;
  /** Height of the plot in px, axis included. */
  readonly height: number;
  /** Largest share on the vertical axis, shared by charts that are compared. */
  readonly maxShare: number;
}

/** Every second octave has a label. */
const isLabelled = (lower: number) => lower > 0 && Number.isInteger(Math.log2(lower) / 2);

/** Two or three even steps from 0 to at least the largest share. */
function shareTicks(max: number): number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].find((candidate) => candidate * 3 >= max) ?? 0.5;
  return Array.from({ length: Math.max(2, Math.ceil(max / step) + 1) }, (_, index) => index * step);
}

/** A histogram over bins that are even on a logarithmic scale. Arrow keys walk along the bins. */
export function Histogram({ label, bins, markers, colour, unit, counted, height, maxShare }: HistogramProps) {
  const tick = { fill: 'var(--ink-3)', fontSize: 11 };
  return (
    <figure aria-label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart data={[...bins]} margin={{ top: 16, right: 8, bottom: 0, left: 0 }} barCategoryGap={1}>
          <XAxis
            dataKey="lower"
            ticks={bins.map((bin) => bin.lower).filter(isLabelled)}
            interval={0}
            tick={tick}
            tickLine={{ stroke: 'var(--line-strong)' }}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickFormatter={(lower: number, index: number) =>
              index === 0 ? `${formatCount(lower)} ${unit}` : formatCount(lower)
            }
            height={22}
          />
          <YAxis
            width={44}
            domain={[0, shareTicks(maxShare).at(-1) ?? 1]}
            ticks={shareTicks(maxShare)}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={(share: number) => `${Math.round(share * 100)}\u202f%`}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hover)' }}
            content={<BinNote unit={unit} counted={counted} />}
          />
          {markers.map((marker) => (
            <ReferenceLine
              key={marker.label}
              x={binOf(bins, marker.at)}
              stroke="var(--ink-2)"
              strokeDasharray="2 2"
              label={{ value: marker.label, position: 'top', fill: 'var(--ink-2)', fontSize: 11 }}
            />
          ))}
          <Bar dataKey="share" fill={colour} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

interface BinNoteProps {
  readonly unit: string;
  readonly counted: string;
  /** Given by the chart: the bin under the pointer or the arrow keys. */
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: unknown }[];
}

function BinNote({ unit, counted, active = false, payload = [] }: BinNoteProps) {
  const bin = payload[0]?.payload;
  if (!active || !isBin(bin)) return null;
  const range =
    bin.upper - bin.lower <= 1 ? formatCount(bin.lower) : `${formatCount(bin.lower)} to ${formatCount(bin.upper - 1)}`;
  return (
    <div className="floating tabular px-2 py-1 text-xs">
      <p className="font-medium">
        {range} {unit}
      </p>
      <p className="text-ink-2">
        {formatCount(bin.value)} {counted}, {formatPercent(bin.share)}
      </p>
    </div>
  );
}

function isBin(value: unknown): value is HistogramBin {
  return typeof value === 'object' && value !== null && 'lower' in value && 'share' in value;
}

/** Lower edge of the bin that holds a value: the axis knows bins only. */
function binOf(bins: readonly HistogramBin[], value: number): number {
  return bins.findLast((bin) => bin.lower <= value)?.lower ?? bins[0]?.lower ?? 0;
}
