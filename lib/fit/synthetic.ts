/** Runs that follow a known law, with noise: for judging fits, and for showing what a table looks like. */
import { normal, uniform } from '../stats/random.ts';
import type { Runs } from './table/runs.ts';

export interface Truth {
  readonly law: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Expected values of the targets at a mixture of DOMAINS. */
  readonly expected: (weights: Float64Array) => readonly number[];
}

export const DOMAINS = ['agent', 'code', 'text', 'web'] as const;

const LINEAR = [2.1, 3.4, 2.9, 3.8];
const TILTS = [-1.2, 0.4, 0.1, 0.7];

/** One truth for each law that has parameters. */
export const TRUTHS: readonly Truth[] = [
  {
    law: 'linear',
    parameters: Object.fromEntries(DOMAINS.map((domain, j) => [`a ${domain}`, LINEAR[j]!])),
    expected: (w) => [LINEAR.reduce((sum, a, j) => sum + a * w[j]!, 0)],
  },
  {
    law: 'exponential',
    parameters: { c: 1.8, k: 0.9, ...Object.fromEntries(DOMAINS.map((domain, j) => [`t ${domain}`, TILTS[j]!])) },
    expected: (w) => [1.8 + 0.9 * Math.exp(TILTS.reduce((sum, t, j) => sum + t * w[j]!, 0))],
  },
  {
    law: 'power',
    parameters: { a: 1.9, b: 0.45, α: -0.35 },
    expected: (w) => [1.9 + 0.45 * w[0]! ** -0.35],
  },
  {
    law: 'two-sided',
    parameters: { 'c₁': 1.5, a: 0.5, α: 0.5, 'c₂': 2, b: 0.3, β: 0.7, ε: 0.05 },
    expected: (w) => [1.5 + 0.5 * (w[0]! + 0.05) ** -0.5, 2 + 0.3 * (1.05 - w[0]!) ** -0.7],
  },
];

/**
 * @param runs number of them
 * @param noise standard deviation of each value
 * @param seed any integer
 */
export function syntheticRuns(truth: Pick<Truth, 'expected'>, runs: number, noise: number, seed: number): Runs {
  const random = uniform(seed);
  const weights = Array.from({ length: runs }, () => mixture(random));
  const values = weights.map((w) => truth.expected(w).map((value) => value + noise * normal(random)));
  return {
    domains: DOMAINS,
    positions: weights.map((_, i) => `row ${i + 1}`),
    weights,
    targets: values[0]!.map((_, side) => ({
      column: `loss_${side + 1}`,
      label: `loss ${side + 1}`,
      lowerIsBetter: true,
      values: Float64Array.from(values, (row) => row[side]!),
    })),
    size: null,
    tokens: null,
  };
}

/** The agent share is even between 0.01 and 0.98, so that all of its range is seen; the rest is split at random. */
function mixture(random: () => number): Float64Array {
  const agent = 0.01 + 0.97 * random();
  const rest = Array.from({ length: DOMAINS.length - 1 }, () => -Math.log(1 - random()));
  const total = rest.reduce((sum, one) => sum + one, 0);
  return Float64Array.of(agent, ...rest.map((one) => ((1 - agent) * one) / total));
}
