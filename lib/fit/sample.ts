/** From runs to the rows of a law. */
import type { Law, Sample } from './laws/law.ts';
import type { FitQuestion } from './question.ts';
import type { Runs, Target } from './table/runs.ts';

/** Everything about runs that the fit of one law needs. */
export interface Setting {
  readonly sample: Sample;
  readonly targets: readonly Target[];
  /** Runs that are in the sample, as numbers of the table's runs. */
  readonly kept: readonly number[];
  /** Whether a domain is of the group. */
  readonly inGroup: readonly boolean[];
  /** Share of the group in a mixture. */
  readonly ratioOf: (weights: Float64Array) => number;
}

/**
 * @throws Error where the runs cannot answer the question: which, and why, in words
 */
export function settingOf(law: Law, question: FitQuestion, runs: Runs): Setting {
  const targets = targetsOf(law, question, runs);
  const inGroup = runs.domains.map((domain) => question.group.includes(domain));
  checkGroup(law, inGroup);
  const kept = [...runs.weights.keys()].filter((run) => targets.every(({ values }) => Number.isFinite(values[run])));
  checkCount(law, runs, kept.length);
  const ratioOf = (weights: Float64Array): number =>
    weights.reduce((sum, weight, j) => sum + (inGroup[j] ? weight : 0), 0);
  const x: Float64Array[] = [];
  const y: number[] = [];
  const weight: number[] = [];
  const run: number[] = [];
  const variances = targets.map(({ values, label }) =>
    varianceOf(
      kept.map((one) => values[one]!),
      label,
    ),
  );
  kept.forEach((at, number) => {
    targets.forEach(({ values }, side) => {
      x.push(inputsOf(law, runs.weights[at]!, ratioOf, side));
      y.push(values[at]!);
      weight.push(targets.length > 1 ? 1 / variances[side]! : 1);
      run.push(number);
    });
  });
  const sample = { x, y: Float64Array.from(y), weight: Float64Array.from(weight), run: Int32Array.from(run) };
  return { sample, targets, kept, inGroup, ratioOf };
}

/** @returns the inputs of a law at a mixture */
export function inputsOf(
  law: Law,
  weights: Float64Array,
  ratioOf: (weights: Float64Array) => number,
  side: number,
): Float64Array {
  if (law.inputs === 'weights') return weights;
  return law.inputs === 'ratio' ? Float64Array.of(ratioOf(weights)) : Float64Array.of(ratioOf(weights), side);
}

function targetsOf(law: Law, question: FitQuestion, runs: Runs): Target[] {
  const of = (column: string | null): Target => {
    const target = runs.targets.find((one) => one.column === column);
    if (target === undefined) throw new Error(`The table has no loss or score "${column ?? ''}".`);
    return target;
  };
  const first = of(question.target);
  if (law.inputs !== 'ratio-side') return [first];
  if (question.opposing === null || question.opposing === question.target)
    throw new Error('The two-sided law needs two losses: one that agent data lowers, and one that it raises.');
  const both = [first, of(question.opposing)];
  if (both.some(({ lowerIsBetter }) => !lowerIsBetter))
    throw new Error('The two-sided law is of two losses. Choose columns whose role is loss, not score.');
  return both;
}

function checkGroup(law: Law, inGroup: readonly boolean[]): void {
  const isPart = inGroup.includes(true) && inGroup.includes(false);
  if (law.inputs !== 'weights' && !isPart)
    throw new Error('Choose which domains the ratio is of: at least one of them, and not all.');
}

function checkCount(law: Law, runs: Runs, count: number): void {
  const parameters = law.parameterCount(runs.domains.length);
  const needed = parameters + 2;
  if (count >= needed) return;
  throw new Error(
    `Too few runs: ${law.title} has ${parameters} parameters here and needs at least ${needed} runs; the table has ${count} that can be used.`,
  );
}

function varianceOf(values: readonly number[], label: string): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  if (variance > 1e-14 * Math.max(1, mean * mean)) return variance;
  throw new Error(`All runs have the same ${label}: there is nothing to fit.`);
}
