/** Estimates from values of a bootstrap. */
import type { Estimate } from './question.ts';

/** Ends of the interval that is shown: the middle 95 %. */
const [LOW, HIGH] = [0.025, 0.975];

/** @returns the value with the percentile interval of the others; without one where there are too few */
export function estimateOf(value: number, resampled: readonly number[]): Estimate {
  const sorted = resampled.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (sorted.length < 20) return { value, low: null, high: null };
  return { value, low: quantileOf(sorted, LOW), high: quantileOf(sorted, HIGH) };
}

function quantileOf(sorted: readonly number[], probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + (sorted[Math.min(below + 1, sorted.length - 1)]! - low) * (position - below);
}
