/** A loss along the share of the chosen domains: the rest of the mixture keeps its proportions. */
import type { Fitted, Law } from './laws/law.ts';
import type { FitQuestion } from './question.ts';
import { inputsOf, type Setting } from './sample.ts';
import type { Runs } from './table/runs.ts';

const POINTS = 41;

/** Mixtures along the curve, by ascending share. */
export interface Path {
  readonly ratios: readonly number[];
  readonly mixtures: readonly Float64Array[];
  /** The mixture of a ratio. */
  readonly at: (ratio: number) => Float64Array;
  readonly seen: readonly [number, number];
}

/** @returns the path between the least and the most share that runs have; null where the share does not vary */
export function pathOf(runs: Runs, { kept, inGroup, ratioOf }: Setting): Path | null {
  const shares = kept.map((run) => ratioOf(runs.weights[run]!));
  const low = shares.reduce((least, share) => Math.min(least, share), 1);
  const high = shares.reduce((most, share) => Math.max(most, share), 0);
  if (!inGroup.includes(true) || !inGroup.includes(false) || high - low < 1e-6) return null;
  const middle = Float64Array.from(inGroup, (_, j) =>
    kept.reduce((sum, run) => sum + runs.weights[run]![j]! / kept.length, 0),
  );
  const share = ratioOf(middle);
  const ratios = Array.from({ length: POINTS }, (_, i) => low + ((high - low) * i) / (POINTS - 1));
  const at = (ratio: number): Float64Array =>
    middle.map((weight, j) => (inGroup[j] ? (weight / share) * ratio : (weight / (1 - share)) * (1 - ratio)));
  return { ratios, mixtures: ratios.map(at), at, seen: [low, high] };
}

/** @returns a function from a mixture to what is to be made small or large: a loss, a score, or the weighted sum of two losses */
export function objectiveOf(
  law: Law,
  { trade }: Pick<FitQuestion, 'trade'>,
  { ratioOf }: Pick<Setting, 'ratioOf'>,
): (fitted: Fitted, mixture: Float64Array) => number {
  const at = (fitted: Fitted, mixture: Float64Array, side: number): number =>
    fitted.predict(inputsOf(law, mixture, ratioOf, side));
  if (law.inputs !== 'ratio-side') return (fitted, mixture) => at(fitted, mixture, 0);
  return (fitted, mixture) => trade * at(fitted, mixture, 0) + (1 - trade) * at(fitted, mixture, 1);
}

/**
 * @param values along the path, lower is better
 * @returns place of the least one, as a number of the path's points, between them by the parabola of its neighbours
 */
export function lowestAt(values: readonly number[]): number {
  const at = values.reduce((best, value, i) => (value < values[best]! ? i : best), 0);
  const [before, here, after] = [values[at - 1], values[at]!, values[at + 1]];
  if (before === undefined || after === undefined) return at;
  const bend = before - 2 * here + after;
  return bend > 0 ? at + (before - after) / (2 * bend) : at;
}

/** @returns the ratio at a place between points of the path */
export function ratioAt({ ratios }: Path, place: number): number {
  const step = ratios[1]! - ratios[0]!;
  return ratios[0]! + step * place;
}
