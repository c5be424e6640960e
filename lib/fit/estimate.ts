/** Estimates from values of a bootstrap. */
import { quantileOfSorted } from '../stats/quantile.ts';
import type { Estimate } from './question.ts';

/** Ends of the interval that is shown: the middle 95 %. */
const [LOW, HIGH] = [0.025, 0.975];

/** @returns the value with the percentile interval of the others; without one where there are too few */
export function estimateOf(value: number, resampled: readonly number[]): Estimate {
  const sorted = resampled.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (sorted.length < 20) return { value, low: null, high: null };
  return { value, low: quantileOfSorted(sorted, LOW), high: quantileOfSorted(sorted, HIGH) };
}
