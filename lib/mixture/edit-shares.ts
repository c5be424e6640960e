/** Moving one share of a mixture while the others make room. */
import type { Stratum } from './strata.ts';

/** Parts of the whole by stratum key, 0 to 1. */
export type Shares = Readonly<Record<string, number>>;

/**
 * Sets the share of some strata together. They keep their proportions, so do those that make room or take it up;
 * locked ones keep their shares. Where all others are locked, nothing can move.
 * @param shares of all strata; they sum to 1
 * @param keys strata whose sum is set: one, or those of a component
 * @param share what they are to sum to; bounded by what locked strata leave
 * @returns shares that sum to 1
 */
export function withShare(
  strata: readonly Stratum[],
  shares: Shares,
  keys: ReadonlySet<string>,
  share: number,
  locked: ReadonlySet<string>,
): Shares {
  const held = strata.filter(({ key }) => locked.has(key));
  const moved = strata.filter(({ key }) => keys.has(key) && !locked.has(key));
  const others = strata.filter(({ key, tokens }) => !keys.has(key) && !locked.has(key) && tokens > 0);
  if (moved.length === 0 || others.length === 0) return shares;
  const sum = (of: readonly Stratum[]) => of.reduce((so_far, { key }) => so_far + (shares[key] ?? 0), 0);
  const free = Math.max(0, 1 - sum(held));
  const own = Math.min(free, Math.max(0, share - sum(held.filter(({ key }) => keys.has(key)))));
  return {
    ...shares,
    ...scaled(moved, shares, own),
    ...scaled(others, shares, free - own),
  };
}

/** In their proportions; by tokens where all of them are 0. */
function scaled(strata: readonly Stratum[], shares: Shares, total: number): Record<string, number> {
  const bySize = strata.every(({ key }) => (shares[key] ?? 0) === 0);
  const weightOf = ({ key, tokens }: Stratum) => (bySize ? tokens : (shares[key] ?? 0));
  const sum = strata.reduce((so_far, stratum) => so_far + weightOf(stratum), 0);
  return Object.fromEntries(strata.map((stratum) => [stratum.key, sum === 0 ? 0 : (weightOf(stratum) / sum) * total]));
}

/**
 * Shares as weights of a plan, in as few words as can be: a component whose strata are in proportion to their tokens is
 * named as a whole. Rounded to six digits after the point, as links have them.
 */
export function weightsOf(strata: readonly Stratum[], shares: Shares): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const component of new Set(strata.map((stratum) => stratum.component))) {
    const members = strata.filter((stratum) => stratum.component === component);
    const total = members.reduce((sum, { key }) => sum + (shares[key] ?? 0), 0);
    const tokens = members.reduce((sum, stratum) => sum + stratum.tokens, 0);
    const even = members.every(
      (stratum) => Math.abs((shares[stratum.key] ?? 0) - (total * stratum.tokens) / Math.max(1, tokens)) < 1e-9,
    );
    if (even) weights[component] = rounded(total);
    else for (const { key } of members) weights[key] = rounded(shares[key] ?? 0);
  }
  return weights;
}

function rounded(share: number): number {
  return Number(share.toFixed(6));
}
