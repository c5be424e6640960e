/** Records far from the others, by Tukey's fences (Exploratory Data Analysis, 1977): beyond the quartiles by three times their distance. */
import type { Series, SeriesBin } from './series.ts';

/** "Far out" in Tukey's words. */
const FACTOR = 3;

/** What lies beyond one of the fences. */
export interface Outliers {
  readonly side: 'below' | 'above';
  /** Values below it, or from here on, are outliers; an edge of a bin. */
  readonly edge: number;
  readonly records: number;
  /** Tokens of these records; null where the bins do not say. */
  readonly tokens: number | null;
}

/**
 * @param series a distribution with quartiles
 * @returns its outliers, counted by whole bins beyond the fences, so that the counts are exact; only sides that have some
 */
export function outliersOf(series: Series): Outliers[] {
  const at = (probability: number) => series.quantiles.find((quantile) => quantile.probability === probability)?.value;
  const [lower, upper] = [at(0.25), at(0.75)];
  if (lower === undefined || upper === undefined) return [];
  const distance = FACTOR * (upper - lower);
  const below = series.bins.filter((bin) => bin.upper <= lower - distance);
  const above = series.bins.filter((bin) => bin.lower >= upper + distance);
  return [...sideOf('below', below.at(-1)?.upper, below), ...sideOf('above', above[0]?.lower, above)];
}

function sideOf(side: Outliers['side'], edge: number | undefined, bins: readonly SeriesBin[]): Outliers[] {
  if (edge === undefined) return [];
  const tokens = bins.map((bin) => bin.tokens);
  return [
    {
      side,
      edge,
      records: bins.reduce((sum, { records }) => sum + records, 0),
      tokens: tokens.includes(null) ? null : tokens.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    },
  ];
}
