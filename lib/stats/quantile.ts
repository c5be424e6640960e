/**
 * @param sorted values in ascending order, at least one
 * @param probability 0 to 1
 * @returns the quantile by linear interpolation (R-7: Hyndman and Fan 1996)
 * @throws RangeError of no values
 */
export function quantileOfSorted(sorted: readonly number[], probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  if (low === undefined || high === undefined) throw new RangeError('quantile of no values');
  return low + (high - low) * (position - below);
}
