/** Records far from the others, by Tukey's fences (Exploratory Data Analysis, 1977): beyond the quartiles by three times their distance. */
import type { Series } from './series.ts';

/** "Far out" in Tukey's words. */
const FACTOR = 3;

export interface Outliers {
  /** Values below it are outliers; an edge of a bin. */
  readonly low: number;
  /** Values from here on are outliers; an edge of a bin. */
  readonly high: number;
  readonly recordsBelow: number;
  readonly recordsAbove: number;
  /** Tokens of all of them; null where the bins do not say. */
  readonly tokens: number | null;
}

/**
 * @param series a distribution with quartiles
 * @returns its outliers, counted by whole bins beyond the fences, so that the counts are exact; null without quartiles
 */
export function outliersOf(series: Series): Outliers | null {
  const at = (probability: number) => series.quantiles.find((quantile) => quantile.probability === probability)?.value;
  const [lower, upper] = [at(0.25), at(0.75)];
  if (lower === undefined || upper === undefined) return null;
  const distance = FACTOR * (upper - lower);
  const below = series.bins.filter((bin) => bin.upper <= lower - distance);
  const above = series.bins.filter((bin) => bin.lower >= upper + distance);
  const tokens = [...below, ...above].map((bin) => bin.tokens);
  return {
    low: below.at(-1)?.upper ?? lower - distance,
    high: above[0]?.lower ?? upper + distance,
    recordsBelow: below.reduce((sum, { records }) => sum + records, 0),
    recordsAbove: above.reduce((sum, { records }) => sum + records, 0),
    tokens: tokens.includes(null) ? null : tokens.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  };
}
