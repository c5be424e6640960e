/**
 * The best mixture within bounds, by moving weight from one domain to another: a direct search over the simplex (Kolda, Lewis and Torczon 2003), which
 * needs no derivative and never leaves the bounds.
 */

/** Least and most weight of each domain. */
export type Bounds = readonly (readonly [number, number])[];

/** Weight that is moved at first, and at last. */
const [FIRST_STEP, LAST_STEP] = [0.16, 0.004];
/** Part of the cost that a move must save. */
const ENOUGH = 1e-6;

/**
 * @returns why no mixture is within the bounds, in words; null where there is one
 */
export function boundsProblem(bounds: Bounds, domains: readonly string[]): string | null {
  const crossed = bounds.findIndex(([low, high]) => low > high);
  if (crossed >= 0) return `The least weight of ${domains[crossed]} is above its most.`;
  const [least, most] = [0, 1].map((end) => bounds.reduce((sum, bound) => sum + bound[end]!, 0));
  if (least! > 1 + 1e-9) return `The least weights sum to ${least!.toFixed(3)}, which is more than 1.`;
  return most! < 1 - 1e-9 ? `The most weights sum to ${most!.toFixed(3)}, which is less than 1.` : null;
}

/** @returns the mixture brought within the bounds, what is too much or too little spread over the domains that have room */
export function withinBounds(weights: Float64Array, bounds: Bounds): Float64Array {
  const inside = weights.map((weight, j) => Math.min(Math.max(weight, bounds[j]![0]), bounds[j]![1]));
  for (let round = 0; round < 2; round += 1) {
    const missing = 1 - inside.reduce((sum, weight) => sum + weight, 0);
    const room = inside.map((weight, j) => (missing > 0 ? bounds[j]![1] - weight : weight - bounds[j]![0]));
    const total = room.reduce((sum, one) => sum + one, 0);
    if (total > 0) room.forEach((one, j) => (inside[j]! += (missing * one) / total));
  }
  return inside;
}

/**
 * @param cost to be least
 * @param starts mixtures within the bounds
 * @returns the best mixture that moves lead to from any of them
 */
export function bestMixture(
  cost: (weights: Float64Array) => number,
  starts: readonly Float64Array[],
  bounds: Bounds,
): Float64Array {
  let best = starts[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    const found = improve(cost, start, bounds);
    if (found.cost < least) [best, least] = [found.at, found.cost];
  }
  return best;
}

function improve(cost: (weights: Float64Array) => number, start: Float64Array, bounds: Bounds) {
  const at = start.slice();
  let least = cost(at);
  for (let step = FIRST_STEP; step > LAST_STEP; step /= 2) {
    for (let moved = true; moved;) {
      moved = false;
      for (let from = 0; from < at.length; from += 1) {
        for (let to = 0; to < at.length; to += 1) {
          const amount = Math.min(step, at[from]! - bounds[from]![0], bounds[to]![1] - at[to]!);
          if (from === to || amount < step / 8) continue;
          at[from]! -= amount;
          at[to]! += amount;
          const value = cost(at);
          if (value < least - ENOUGH * Math.abs(least)) [least, moved] = [value, true];
          else {
            at[from]! += amount;
            at[to]! -= amount;
          }
        }
      }
    }
  }
  return { at, cost: least };
}

/**
 * Mixtures around one, for asking which of them is best when the fit is a little different.
 * @param random draws from 0 to 1
 * @returns the mixture itself, and `count` others within the bounds
 */
export function mixturesAround(
  centre: Float64Array,
  bounds: Bounds,
  count: number,
  random: () => number,
): Float64Array[] {
  const around = Array.from({ length: count }, () => {
    const at = centre.slice();
    const moves = 1 + Math.floor(random() * 4);
    for (let move = 0; move < moves; move += 1) {
      const from = Math.floor(random() * at.length);
      const to = Math.floor(random() * at.length);
      const most = Math.min(at[from]! - bounds[from]![0], bounds[to]![1] - at[to]!);
      const amount = Math.max(0, Math.min(most, 0.3 * random() ** 2));
      at[from]! -= amount;
      at[to]! += amount;
    }
    return at;
  });
  return [centre, ...around];
}
