/** Filling vessels in proportion to their weights, none above its brim. */

interface Vessel {
  readonly weight: number;
  /** Most that it holds. */
  readonly cap: number;
}

/**
 * @param amount what is there to be shared out
 * @param vessels those of weight 0 get nothing
 * @returns what each gets, in order: those that are full their cap, the others in proportion to their weights; the sum
 *   is the amount, or less where all are full
 */
export function spread(amount: number, vessels: readonly Vessel[]): number[] {
  const got = vessels.map(() => 0);
  let open = vessels.flatMap(({ weight }, i) => (weight > 0 ? [i] : []));
  let left = amount;
  while (open.length > 0 && left > 0) {
    const weights = open.reduce((sum, i) => sum + vessels[i]!.weight, 0);
    const level = left / weights;
    const full = open.filter((i) => vessels[i]!.cap <= vessels[i]!.weight * level);
    if (full.length === 0) {
      for (const i of open) got[i] = vessels[i]!.weight * level;
      break;
    }
    for (const i of full) {
      got[i] = vessels[i]!.cap;
      left -= vessels[i]!.cap;
    }
    open = open.filter((i) => !full.includes(i));
  }
  return got;
}
