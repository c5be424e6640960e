import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { leaveOneOut } from './gaussian-process/leave-one-out.ts';
import { priorMeans } from './gaussian-process/priors.ts';
import { bestMixture, boundsProblem, withinBounds } from './mixture-search.ts';
import type { FitQuestion } from './question.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { syntheticRuns, TRUTHS } from './synthetic.ts';

const QUESTION: FitQuestion = {
  law: 'linear',
  target: 'loss_1',
  opposing: 'loss_2',
  trade: 0.5,
  group: ['agent'],
  bounds: {},
  bootstraps: 60,
  seed: 1,
};

describe('a fit', () => {
  it.each(TRUTHS)('of runs that follow the $law law finds its parameters', (truth) => {
    const answer = analyse(syntheticRuns(truth, 60, 1e-4, 7), { ...QUESTION, law: truth.law });
    for (const [name, value] of Object.entries(truth.parameters)) {
      const found = answer.parameters.find((parameter) => parameter.name === name)!;
      expect(found.value, name).toBeCloseTo(value, 1);
      expect(found.low!, name).toBeLessThanOrEqual(found.value);
      expect(found.high!, name).toBeGreaterThanOrEqual(found.value);
    }
    expect(answer.correlations[0]).toBeGreaterThan(0.999);
  });

  it('by a Gaussian process predicts runs that it has not seen', () => {
    const truth = TRUTHS.find(({ law }) => law === 'exponential')!;
    const answer = analyse(syntheticRuns(truth, 60, 0.01, 3), { ...QUESTION, law: 'gaussian-process', bootstraps: 20 });
    expect(answer.correlations[0]).toBeGreaterThan(0.98);
    expect(answer.errors[0]).toBeLessThan(0.03);
  });

  it('of two losses has its optimum inside, which moves with how much each counts', () => {
    const truth = TRUTHS.find(({ law }) => law === 'two-sided')!;
    const answer = analyse(syntheticRuns(truth, 80, 0.003, 5), { ...QUESTION, law: 'two-sided' });
    const optimum = answer.optimum!;
    // By a grid over the true curve.
    const grid = Array.from({ length: 981 }, (_, i) => 0.01 + i / 1000);
    const costs = grid.map((r) => truth.expected(Float64Array.of(r)).reduce((sum, one) => sum + one / 2, 0));
    const best = grid[costs.indexOf(Math.min(...costs))]!;
    expect(Math.abs(optimum.value - best)).toBeLessThan(0.03);
    expect(optimum.high! - optimum.low!).toBeLessThan(0.1);
    expect(optimum.low!).toBeLessThan(optimum.high!);
    expect(optimum.isAtEdge).toBe(false);
    const ratios = answer.optimumByTrade.map(({ value }) => value);
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
  });

  it('says where an optimum is only where the data ends', () => {
    const answer = analyse(syntheticRuns(TRUTHS[2]!, 40, 0.01, 2), { ...QUESTION, law: 'power' });
    expect(answer.optimum!.isAtEdge).toBe(true);
    expect(answer.best!.warnings.join(' ')).toMatch(/edge of the data/);
  });

  it('keeps the best mixture within its bounds', () => {
    const bounds = { agent: [0.1, 0.3], text: [0.2, 1] } as const;
    const answer = analyse(syntheticRuns(TRUTHS[0]!, 40, 0.01, 2), { ...QUESTION, bounds });
    const weights = Object.fromEntries(answer.best!.weights.map(({ name, value }) => [name, value]));
    expect(weights['agent']).toBeCloseTo(0.3, 2);
    expect(weights['text']!).toBeGreaterThan(0.19);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    const impossible = analyse(syntheticRuns(TRUTHS[0]!, 40, 0.01, 2), {
      ...QUESTION,
      bounds: { agent: [0.8, 1], text: [0.8, 1] },
    });
    expect(impossible.best).toBeNull();
    expect(impossible.notes.join(' ')).toMatch(/more than 1/);
  });
});

describe('what cannot be fitted is refused in words', () => {
  const runs = syntheticRuns(TRUTHS[3]!, 30, 0.01, 2);
  it.each([
    [
      'too few runs',
      { ...QUESTION, law: 'exponential' },
      syntheticRuns(TRUTHS[1]!, 6, 0.01, 2),
      /Too few runs.*at least 7/,
    ],
    ['no share to fit', { ...QUESTION, law: 'power', group: [] }, runs, /which domains/],
    ['one loss only', { ...QUESTION, law: 'two-sided', opposing: null }, runs, /two losses/],
    ['an unknown column', { ...QUESTION, target: 'nothing' }, runs, /no loss or score "nothing"/],
    ['an unknown law', { ...QUESTION, law: 'astrology' }, runs, /no law "astrology"/],
    [
      'a target that never changes',
      QUESTION,
      { ...runs, targets: [{ ...runs.targets[0]!, values: new Float64Array(30).fill(2) }] },
      /All runs have the same/,
    ],
  ] as const)('%s', (_name, question, table, message) => {
    expect(() => analyse(table, question)).toThrow(message);
  });
});

it('the gradient of the leave-one-out loss is that of its differences', () => {
  const { weights, targets } = syntheticRuns(TRUTHS[1]!, 25, 0.05, 4);
  const theta = priorMeans(4).map((value, i) => value + 0.3 * Math.sin(i));
  const gradient = theta.map(() => 0);
  leaveOneOut(weights, targets[0]!.values, theta, gradient);
  theta.forEach((_, at) => {
    const loss = (by: number): number =>
      leaveOneOut(
        weights,
        targets[0]!.values,
        theta.with(at, theta[at]! + by),
        theta.map(() => 0),
      );
    expect(gradient[at], `${at}`).toBeCloseTo((loss(1e-5) - loss(-1e-5)) / 2e-5, 3);
  });
});

it('mixtures are brought within bounds, and bounds without a mixture are told', () => {
  const bounds = [
    [0.2, 0.4],
    [0, 1],
    [0.1, 0.3],
  ] as const;
  const inside = withinBounds(Float64Array.of(0.9, 0.1, 0), bounds);
  expect([...inside].map((weight) => weight.toFixed(3))).toEqual(['0.400', '0.427', '0.173']);
  const best = bestMixture((w) => w[1]! ** 2 + (w[2]! - 0.25) ** 2, [inside], bounds);
  expect(best[0]).toBeCloseTo(0.4, 2);
  expect(best[2]).toBeCloseTo(0.3, 2);
  expect(
    boundsProblem(
      [
        [0, 0.2],
        [0, 0.3],
      ],
      ['a', 'b'],
    ),
  ).toMatch(/less than 1/);
  expect(
    boundsProblem(
      [
        [0.5, 0.2],
        [0, 1],
      ],
      ['a', 'b'],
    ),
  ).toMatch(/above its most/);
});

it('ranks share the mean where values are equal', () => {
  expect(rankCorrelation([1, 2, 3, 4], [10, 20, 30, 40])).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
  expect(rankCorrelation([1, 1, 2, 3], [1, 2, 3, 4])).toBeCloseTo(0.9487, 4);
});
