/** What a context window cuts off, from a histogram of record lengths. */
import type { SeriesBin } from './series.ts';

/** A number that is known up to its bounds; equal where it is exact. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface Truncation {
  /** Records of as many tokens as the window, or more. */
  readonly records: Bounds;
  /** Tokens beyond the window, which a truncated record loses. */
  readonly tokens: Bounds;
}

/**
 * What a window of `size` tokens would cut, were every record cut at it. Exact where `size` is an edge of a bin. Within a
 * bin the counts are bounded by its records and their sum: all that lie in [lower, upper) and add up to the sum.
 * @param bins histogram of tokens per record: whole numbers, the sum of tokens as `value`
 * @param size tokens
 */
export function truncationOf(bins: readonly SeriesBin[], size: number): Truncation {
  const records = { low: 0, high: 0 };
  const tokens = { low: 0, high: 0 };
  for (const bin of bins) {
    const part = truncationOfBin(bin, size);
    records.low += part.records.low;
    records.high += part.records.high;
    tokens.low += part.tokens.low;
    tokens.high += part.tokens.high;
  }
  return { records, tokens };
}

function truncationOfBin({ lower, upper, records, value }: SeriesBin, size: number): Truncation {
  const last = upper - 1;
  if (size <= lower) return { records: exactly(records), tokens: exactly(value - size * records) };
  if (size > last) return { records: exactly(0), tokens: exactly(0) };
  // lower < size <= last. Most records reach it where those that do are as short as can be, fewest where they are longest.
  const high = Math.floor((value - lower * records) / (size - lower));
  const low = Math.ceil((value - (size - 1) * records) / (last - size + 1));
  // Tokens beyond the size are a convex function of the lengths: least where all are equal, most where they lie at the ends.
  const atEnd = (value - lower * records) / (last - lower);
  return {
    records: { low: clamp(low, 0, records), high: clamp(high, 0, records) },
    tokens: { low: Math.max(0, value - size * records), high: Math.max(0, atEnd * (last - size)) },
  };
}

const exactly = (value: number): Bounds => ({ low: value, high: value });

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
