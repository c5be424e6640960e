/** Quantiles of values of which only a histogram is known. */

export interface ValueBin {
  /** Inclusive. */
  readonly lower: number;
  /** Exclusive. */
  readonly upper: number;
  readonly records: number;
  /** Sum of the values. */
  readonly value: number;
}

export interface Histogram {
  /** Ascending; bins without records may be left out. */
  readonly bins: readonly ValueBin[];
  readonly min: number;
  readonly max: number;
  /** All values are whole numbers. */
  readonly isWhole: boolean;
}

/** A value, and what it is off by at most. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * The quantile that lies between the order statistics next to it (type 7 of Hyndman and Fan 1996; DuckDB's quantile_cont).
 * Each of the two lies in a known bin; the middle of what is possible is the estimate, and half of it the bound of its error.
 * @param probability 0 to 1
 * @throws RangeError where there are no records
 */
export function binnedQuantile({ bins, min, max, isWhole }: Histogram, probability: number): Estimate {
  const count = bins.reduce((sum, { records }) => sum + records, 0);
  if (count === 0) throw new RangeError('a histogram without records has no quantile');
  const place = probability * (count - 1);
  const before = Math.floor(place);
  const within = (rank: number): readonly [number, number] => {
    const { lower, upper, records, value } = binOfRank(bins, rank);
    if (records === 1) return [value, value];
    return [Math.max(lower, min), Math.min(isWhole ? upper - 1 : upper, max)];
  };
  const [low, high] = within(before);
  const [nextLow, nextHigh] = within(Math.min(count - 1, before + 1));
  const part = place - before;
  const least = low + part * (nextLow - low);
  const most = high + part * (nextHigh - high);
  return { value: (least + most) / 2, error: (most - least) / 2 };
}

/** @param rank position in ascending order, from 0 */
function binOfRank(bins: readonly ValueBin[], rank: number): ValueBin {
  let passed = 0;
  for (const bin of bins) {
    passed += bin.records;
    if (rank < passed) return bin;
  }
  return bins.at(-1)!;
}
