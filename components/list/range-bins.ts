/** Sliders move over bins: those that double in width, 0, 1, 2 to 3, 4 to 7 …, or a few of the same width. */
import type { Range } from '@/lib/queries/narrow';

/** How bins lie on the numbers. */
export interface Scale {
  /** Least value of a bin. */
  readonly start: (bin: number) => number;
  /** Greatest value of a bin. */
  readonly end: (bin: number) => number;
  /** Bin of a value. */
  readonly of: (value: number) => number;
  /** Bin that an upper limit closes. */
  readonly upTo: (value: number) => number;
  /** Last bin that there is, where the scale knows it. */
  readonly last: number | null;
  /** Values are whole numbers from 0. */
  readonly whole: boolean;
}

/** The bins of counts: lib/queries counts by the same. */
export const DOUBLING: Scale = {
  start: (bin) => (bin <= 0 ? 0 : 2 ** (bin - 1)),
  end: (bin) => (bin <= 0 ? 0 : 2 ** bin - 1),
  of: binOf,
  upTo: binOf,
  last: null,
  whole: true,
};

function binOf(value: number): number {
  return value <= 0 ? 0 : Math.floor(Math.log2(value)) + 1;
}

/** Bins of one width from one value to another, e.g. of rewards. */
export function evenScale(min: number, max: number, bins: number): Scale {
  const width = max > min ? (max - min) / bins : 1;
  const at = (edge: number) => Number((min + edge * width).toPrecision(6));
  const within = (bin: number) => Math.min(bins - 1, Math.max(0, bin));
  // An edge that is no exact binary number must not fall into the bin beside it.
  const place = (value: number) => Number(((value - min) / width).toPrecision(6));
  return {
    start: at,
    end: (bin) => at(bin + 1),
    of: (value) => within(Math.floor(place(value))),
    upTo: (value) => within(Math.ceil(place(value)) - 1),
    last: bins - 1,
    whole: false,
  };
}

/** Where the thumbs stand for a range; open ends stand at the ends of the slider. */
export function thumbs(range: Range | null, last: number, scale: Scale = DOUBLING): readonly [number, number] {
  const [min, max] = range ?? [null, null];
  const low = min === null ? 0 : Math.min(scale.of(min), last);
  const high = max === null ? last : Math.min(scale.upTo(max), last);
  return [low, Math.max(low, high)];
}

/** The range of two thumbs; an end of the slider is an open end, and both together no range at all. */
export function rangeOfThumbs(
  [low, high]: readonly [number, number],
  last: number,
  scale: Scale = DOUBLING,
): Range | null {
  const min = low <= 0 ? null : scale.start(low);
  const max = high >= last ? null : scale.end(high);
  return min === null && max === null ? null : [min, max];
}

/** Reads what was typed, in order; an empty field is an open end. Whole numbers from 0, unless the scale has others. */
export function rangeOfText(min: string, max: string, { whole }: Scale = DOUBLING): Range | null {
  const low = readNumber(min, whole);
  const high = readNumber(max, whole);
  if (low === null && high === null) return null;
  return low !== null && high !== null && low > high ? [high, low] : [low, high];
}

function readNumber(text: string, whole: boolean): number | null {
  const clean = text.replaceAll(/[\s,]/g, '');
  if (!whole) return clean === '' || !Number.isFinite(Number(clean)) ? null : Number(Number(clean).toPrecision(9));
  const value = Number.parseInt(clean, 10);
  return Number.isSafeInteger(value) && value >= 0 ? Math.min(value, 2 ** 31 - 1) : null;
}
