/** Histograms weighted by records or by the tokens that they hold. */
import type { Series, SeriesQuantile } from './series.ts';

export interface WeightedBin {
  readonly lower: number;
  readonly upper: number;
  /** Records, or tokens. */
  readonly amount: number;
  /** Part of the whole histogram, 0 to 1. */
  readonly share: number;
}

/**
 * @param series a distribution
 * @param weight what a bin counts
 * @returns its bins; null where the tokens of the records are not known
 */
export function weightedBins({ bins }: Series, weight: 'records' | 'tokens'): WeightedBin[] | null {
  const amounts = bins.map((bin) => (weight === 'records' ? bin.records : bin.tokens));
  if (amounts.some((amount) => amount === null)) return null;
  const whole = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  return bins.map(({ lower, upper }, index) => {
    const amount = amounts[index] ?? 0;
    return { lower, upper, amount, share: whole === 0 ? 0 : amount / whole };
  });
}

/**
 * The quantile of a histogram: the middle of the bin that holds it, and half of its width as the bound of the error. Between
 * edges that are whole numbers lie whole numbers alone.
 * @param bins ascending; shares that add up to 1
 * @param probability 0 to 1
 */
export function quantileOfBins(bins: readonly WeightedBin[], probability: number): SeriesQuantile {
  const step = bins.every(({ lower, upper }) => Number.isInteger(lower) && Number.isInteger(upper)) ? 1 : 0;
  let below = 0;
  const filled = bins.filter(({ share }) => share > 0);
  for (const { lower, upper, share } of filled) {
    below += share;
    if (below >= probability - 1e-12) return middle(lower, upper - step, probability);
  }
  const last = filled.at(-1);
  return last === undefined ? { probability, value: 0, error: 0 } : middle(last.lower, last.upper - step, probability);
}

function middle(low: number, high: number, probability: number): SeriesQuantile {
  return { probability, value: (low + high) / 2, error: (high - low) / 2 };
}

/**
 * Quantiles of a distribution: those of the builder where records count alike, else those of the weighted histogram.
 * @returns null where the tokens of the records are not known
 */
export function quantilesOf(
  series: Series,
  weight: 'records' | 'tokens',
  probabilities: readonly number[],
): SeriesQuantile[] | null {
  const bins = weightedBins(series, weight);
  if (bins === null) return null;
  return probabilities.map((probability) => {
    const known = series.quantiles.find((quantile) => quantile.probability === probability);
    return weight === 'records' && known !== undefined ? known : quantileOfBins(bins, probability);
  });
}
