import { formatCompact, formatCount } from '@/lib/format/numbers';
import type { Series } from '@/lib/mixture/series';
import type { WeightedBin } from '@/lib/mixture/weights';

/** One distribution as the charts draw it. */
export interface LengthRow {
  readonly key: string;
  /** Title of the source. */
  readonly label: string;
  /** Component, and the corpus where it is not the open one. */
  readonly note: string;
  /** How many values there are, e.g. "6,453 records". */
  readonly counted: string;
  /** A CSS colour. */
  readonly colour: string;
  /** Of another corpus, or published by others: drawn as outlines. */
  readonly outlined: boolean;
  /** Tells sources of one component apart where lines lie over each other. */
  readonly dash: string;
  readonly series: Series;
  /** Weighted as chosen. */
  readonly bins: readonly WeightedBin[];
  /** All records of the row; null where no page lists them. */
  readonly href: string | null;
  /** The records of a bin. */
  readonly hrefOf: (bin: WeightedBin) => string | null;
}

export interface LengthChartProps {
  readonly rows: readonly LengthRow[];
  /** Title of the horizontal axis, e.g. "tokens per record, log scale". */
  readonly axis: string;
  /** What a bin counts, e.g. "records". */
  readonly weight: 'records' | 'tokens';
  /** What is measured, e.g. "tokens". */
  readonly unit: string;
  /** A value that all are compared with; null where the measure has another unit. */
  readonly window: number | null;
  /** Width of the chart, in px. */
  readonly width: number;
}

/** The smallest and the largest value of all rows. */
export function extentOf(rows: readonly LengthRow[]): readonly [min: number, max: number] {
  const bins = rows.flatMap((row) => row.bins);
  if (bins.length === 0) return [0, 1];
  return [Math.min(...bins.map(({ lower }) => lower)), Math.max(...bins.map(({ upper }) => upper))];
}

/** A length on an axis: in full while it is short, since windows are powers of two. */
export function formatTick(value: number): string {
  return value < 1e5 ? formatCount(value) : formatCompact(value);
}

/** @returns text that is about as wide as `px` at the size of chart text, cut where it would be wider */
export function fitText(text: string, px: number): string {
  const most = Math.max(4, Math.floor(px / 6));
  return text.length <= most ? text : `${text.slice(0, most - 1)}\u2026`;
}
