/** Summaries of repeated measurements. */
import { quantileOfSorted } from '../lib/stats/quantile.ts';

/**
 * @param values measurements, at least one
 * @param probability 0 to 1
 * @returns the quantile by linear interpolation
 */
export function quantile(values: readonly number[], probability: number): number {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    probability,
  );
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);
