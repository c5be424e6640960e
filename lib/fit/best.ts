/** The predicted best mixture under constraints, and how sure it is. */
import { uniform } from '../stats/random.ts';
import type { Analysis } from './analyse.ts';
import { lowestAt, objectiveOf, ratioAt, type Path } from './curve.ts';
import { estimateOf } from './estimate.ts';
import { bestMixture, boundsProblem, mixturesAround, withinBounds, type Bounds } from './mixture-search.ts';
import type { Fitted } from './laws/law.ts';
import type { BestMixture } from './question.ts';

const STARTS = 3;
/** Mixtures around the best that each resample chooses from. */
const AROUND = 120;
/** A best mixture farther from every run than this times the usual distance between neighbours is outside the data. */
const FAR = 1.5;

export interface Candidates {
  readonly best: Float64Array;
  /** What a refit of a resample finds best. */
  readonly choose: (fitted: Fitted) => Float64Array;
  /** Least and most weight of each domain in the runs. */
  readonly seen: Bounds;
}

/** @returns mixtures to choose from, or why there are none, in words */
export function candidatesOf(analysis: Analysis, path: Path | null): Candidates | string {
  const { law, question, runs, setting } = analysis;
  const seen = runs.domains.map((_, j) => rangeOf(setting.kept.map((run) => runs.weights[run]![j]!)));
  const bounds = runs.domains.map((domain, j) => question.bounds[domain] ?? seen[j]!);
  const cost = costOf(analysis);
  const { fitted } = analysis;
  // One share decides: the rest of the mixture keeps its proportions.
  if (law.inputs !== 'weights') {
    if (path === null) return 'The share of the chosen domains is the same in all runs: no mixture is better.';
    const choose = (one: Fitted): Float64Array =>
      path.at(ratioAt(path, lowestAt(path.mixtures.map((mixture) => cost(one, mixture)))));
    return { best: choose(fitted), choose, seen };
  }
  const problem = boundsProblem(bounds, runs.domains);
  if (problem !== null) return `No mixture is within the bounds: ${problem}`;
  const starts = setting.kept
    .map((run) => withinBounds(runs.weights[run]!, bounds))
    .map((mixture) => ({ mixture, cost: cost(fitted, mixture) }))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, STARTS);
  const best = bestMixture(
    (mixture) => cost(fitted, mixture),
    starts.map(({ mixture }) => mixture),
    bounds,
  );
  const around = mixturesAround(best, bounds, AROUND, uniform(question.seed + 2));
  const choose = (one: Fitted): Float64Array => {
    const costs = around.map((mixture) => cost(one, mixture));
    return around[costs.indexOf(Math.min(...costs))]!;
  };
  return { best, choose, seen };
}

/** What is to be least: the loss, or the score with its sign turned. */
function costOf({ law, question, setting }: Analysis): (fitted: Fitted, mixture: Float64Array) => number {
  const objective = objectiveOf(law, question, setting);
  const sign = setting.targets[0]!.lowerIsBetter ? 1 : -1;
  return (fitted, mixture) => sign * objective(fitted, mixture);
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** @returns the best mixture; intervals are of what each resample finds best */
export function bestOf(analysis: Analysis, candidates: Candidates | string): BestMixture | null {
  if (typeof candidates === 'string') return null;
  const { law, question, runs, setting, fitted, resampled } = analysis;
  const { best, choose, seen } = candidates;
  const objective = objectiveOf(law, question, setting);
  const chosen = resampled.map(choose);
  return {
    weights: runs.domains.map((name, j) => ({
      name,
      ...estimateOf(
        best[j]!,
        chosen.map((mixture) => mixture[j]!),
      ),
      seen: seen[j]!,
    })),
    expected: estimateOf(
      objective(fitted, best),
      resampled.map((one) => objective(one, best)),
    ),
    warnings: warningsOf(analysis, best, seen),
  };
}

function warningsOf({ runs, setting, question }: Analysis, best: Float64Array, seen: Bounds): string[] {
  const warnings: string[] = [];
  const beyond = runs.domains.filter((_, j) => best[j]! < seen[j]![0] - 1e-6 || best[j]! > seen[j]![1] + 1e-6);
  if (beyond.length > 0)
    warnings.push(`Outside the data: no run has such a weight of ${beyond.slice(0, 4).join(', ')}.`);
  const atEdge = runs.domains.filter(
    (domain, j) => question.bounds[domain] === undefined && best[j]! > 0.02 && best[j]! >= seen[j]![1] - 1e-3,
  );
  if (atEdge.length > 0)
    warnings.push(
      `At the edge of the data: no run has more of ${atEdge.slice(0, 4).join(', ')}, so that the best may lie beyond.`,
    );
  const known = setting.kept.map((run) => runs.weights[run]!);
  const distances = known
    .map((one) =>
      nearest(
        one,
        known.filter((other) => other !== one),
      ),
    )
    .toSorted((a, b) => a - b);
  const usual = distances[Math.floor(distances.length * 0.9)] ?? 0;
  const distance = nearest(best, known);
  if (distance > FAR * usual)
    warnings.push(
      `Far from every run: ${(100 * distance).toFixed(0)} % of the weight must be moved to reach the nearest one, against ${(100 * usual).toFixed(0)} % between runs. The prediction is an extrapolation.`,
    );
  return warnings;
}

/** Total variation: the weight that must be moved from one mixture to make the other. */
function nearest(mixture: Float64Array, others: readonly Float64Array[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    let moved = 0;
    for (let j = 0; j < mixture.length; j += 1) moved += Math.abs(mixture[j]! - other[j]!);
    least = Math.min(least, moved / 2);
  }
  return least;
}
