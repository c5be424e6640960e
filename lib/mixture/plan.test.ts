import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '../corpus/index.ts';
import { randomOf, type Random } from '../testing/random.ts';
import { allocate, REMAINDERS, sharesOf, type Mixture, type Plan } from './plan.ts';
import { readPlanFile, writePlanFile } from './plan-file.ts';
import { stratumKey, strataOf, tokensOf, type Stratum } from './strata.ts';
import type { Component } from '../corpus/index.ts';

function stratum(source: string, component: Component, tokens: number): Stratum {
  return {
    key: stratumKey(source, component),
    source,
    component,
    title: source,
    records: Math.ceil(tokens / 100),
    tokens,
  };
}

const CORPUS = [
  stratum('apis', 'documentation', 4_000),
  stratum('runs', 'trajectories', 1_000),
  stratum('talks', 'trajectories', 200),
  stratum('git', 'code', 2_000),
  stratum('books', 'text', 800),
];

const PLAN: Plan = {
  weights: {},
  budget: 8_000,
  maxEpochs: 4,
  limits: {},
  remainder: 'leave',
  context: 4_096,
  seed: 0,
};

function byKey(mixture: Mixture) {
  return Object.fromEntries(mixture.allocations.map((entry) => [entry.stratum.key, entry]));
}

function randomStrata(random: Random): Stratum[] {
  return Array.from({ length: 1 + random.below(9) }, (_, i) =>
    stratum(`s${i}`, random.pick(COMPONENTS), random.below(4) === 0 ? 0 : random.below(10 ** (1 + random.below(11)))),
  );
}

function randomPlan(random: Random, strata: readonly Stratum[]): Plan {
  const keys = [...COMPONENTS, ...strata.map(({ key }) => key), 'nothing/here'];
  const some = () => Object.fromEntries(random.list(0, 5, () => [random.pick(keys), random.below(4) / 3] as const));
  return {
    weights: some(),
    budget: random.pick([0, 1, 17, 10 ** 6, 103e9, tokensOf(strata)]),
    maxEpochs: random.pick([0, 0.25, 1, 4, 16]),
    limits: some(),
    remainder: random.pick(REMAINDERS),
    context: 4_096,
    seed: 0,
  };
}

describe('allocate', () => {
  it('holds its sums, its caps and its zeros for any plan', () => {
    const random = randomOf(4);
    for (let round = 0; round < 2_000; round++) {
      const strata = randomStrata(random);
      const plan = randomPlan(random, strata);
      const mixture = allocate(strata, plan);
      const near = (a: number, b: number) =>
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-6 * Math.max(1, plan.budget));
      const sum = (of: (entry: Mixture['allocations'][number]) => number) =>
        mixture.allocations.reduce((so_far, entry) => so_far + of(entry), 0);
      near(sum(({ drawn }) => drawn) + mixture.unfilled, plan.budget);
      const weight = sum((entry) => entry.weight);
      expect(weight === 0 || Math.abs(weight - 1) < 1e-9).toBe(true);
      for (const {
        stratum: of,
        drawn,
        epochs,
        maxEpochs,
        wanted,
        capped,
        unused,
        weight: own,
      } of mixture.allocations) {
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThanOrEqual(maxEpochs * of.tokens * (1 + 1e-9));
        expect(maxEpochs).toBe(plan.limits[of.key] ?? plan.maxEpochs);
        near(epochs * of.tokens, drawn);
        near(unused, Math.max(0, of.tokens - drawn));
        if (own === 0) expect(drawn).toBe(0);
        if (capped) near(drawn, maxEpochs * of.tokens);
        else if (plan.remainder === 'leave') near(drawn, wanted);
        else if (own > 0) expect(drawn).toBeGreaterThanOrEqual(wanted * (1 - 1e-9));
      }
      // Nothing stays unfilled while something that has weight could still be drawn.
      const couldGiveMore = mixture.allocations.some(
        (entry) => entry.weight > 0 && entry.drawn < entry.maxEpochs * entry.stratum.tokens * (1 - 1e-6) - 1e-6,
      );
      if (plan.remainder === 'spread' && couldGiveMore) near(mixture.unfilled, 0);
    }
  });

  it('draws every token once where no weight is given and the budget is the corpus', () => {
    const mixture = allocate(CORPUS, PLAN);
    expect(mixture.allocations.map(({ epochs }) => epochs)).toEqual([1, 1, 1, 1, 1]);
    expect(mixture.unused).toBe(0);
  });

  it('shares the weight of a component by tokens among its strata without one of their own', () => {
    const shares = sharesOf(CORPUS, { trajectories: 0.3, 'talks/trajectories': 0.1, code: 0.6 });
    expect(shares).toEqual([0, 0.3, 0.1, 0.6, 0].map((share) => expect.closeTo(share, 9) as number));
  });

  it('leaves unfilled what a capped source cannot give', () => {
    const plan = { ...PLAN, weights: { trajectories: 0.5, code: 0.5 }, budget: 20_000 };
    const mixture = allocate(CORPUS, plan);
    expect(byKey(mixture)['runs/trajectories']).toMatchObject({ drawn: 4_000, epochs: 4, capped: true });
    expect(byKey(mixture)['git/code']).toMatchObject({ drawn: 8_000, capped: true });
    expect(mixture).toMatchObject({ drawn: 12_800, unfilled: 7_200, unused: 4_800 });
  });

  it('spreads it to the other sources of the component first, which keeps the ratio of components', () => {
    const plan: Plan = {
      ...PLAN,
      weights: { 'runs/trajectories': 0.1, 'talks/trajectories': 0.4, code: 0.5 },
      budget: 4_000,
      remainder: 'spread',
    };
    const drawn = byKey(allocate(CORPUS, plan));
    expect(drawn['talks/trajectories']).toMatchObject({ drawn: 800, capped: true });
    expect(drawn['runs/trajectories']).toMatchObject({ drawn: 1_200, capped: false });
    expect(drawn['git/code']?.drawn).toBe(2_000);
  });

  it('spreads to other components what the component cannot hold', () => {
    const plan: Plan = { ...PLAN, weights: { text: 0.9, code: 0.1 }, budget: 6_000, remainder: 'spread' };
    const drawn = byKey(allocate(CORPUS, plan));
    expect([drawn['books/text']?.drawn, drawn['git/code']?.drawn]).toEqual([3_200, 2_800]);
  });

  it('counts for nothing what this corpus does not have, and names it', () => {
    const mixture = allocate(CORPUS, { ...PLAN, weights: { 'gone/code': 3, code: 1 }, limits: { 'lost/text': 2 } });
    expect(mixture.unknown).toEqual(['gone/code', 'lost/text']);
    expect(byKey(mixture)['git/code']?.weight).toBe(1);
  });

  it('draws the only stratum there is, in part or again', () => {
    const only = [stratum('one', 'text', 1_000)];
    expect(allocate(only, { ...PLAN, budget: 250 }).allocations[0]).toMatchObject({ epochs: 0.25, unused: 750 });
    expect(allocate(only, { ...PLAN, budget: 2_500 }).allocations[0]).toMatchObject({ epochs: 2.5, unused: 0 });
    expect(allocate([], PLAN)).toMatchObject({ drawn: 0, unfilled: 8_000 });
  });
});

const counts = (tokens: number) => ({ records: 3, tokens, chars: 9 });

describe('strataOf', () => {
  it('reads source and component pairs of corpus.json, in order of component and size', () => {
    const source = { title: 'T', description: '', origin: '', version: null, licence: '', licence_note: null };
    const rest = {
      constructed: false,
      records_in: 0,
      records_stored: 0,
      records_rejected: 0,
      warnings: 0,
      stage: null,
    };
    const strata = strataOf({
      sources: [
        { ...source, ...rest, source: 'b', components: { text: counts(5), documentation: counts(1) } },
        { ...source, ...rest, source: 'a', components: { text: counts(7) } },
      ],
    });
    expect(strata.map(({ key, tokens, records }) => [key, tokens, records])).toEqual([
      ['b/documentation', 1, 3],
      ['a/text', 7, 3],
      ['b/text', 5, 3],
    ]);
  });
});

describe('plan.json', () => {
  it('reads back what it writes', () => {
    const random = randomOf(11);
    for (let round = 0; round < 200; round++) {
      const plan = randomPlan(random, randomStrata(random));
      const file = { corpus: random.text(9), tokenizer: 'o200k_base', plan };
      expect(readPlanFile(writePlanFile(file))).toEqual(file);
    }
  });

  it.each([
    ['[1', /not valid JSON/],
    ['{}', /format/],
    [writePlanFile({ corpus: 'a', tokenizer: 't', plan: PLAN }).replace('8000', '-1'), /budget/],
    [writePlanFile({ corpus: 'a', tokenizer: 't', plan: PLAN }).replace('"leave"', '"burn"'), /remainder/],
    [writePlanFile({ corpus: 'a', tokenizer: 't', plan: PLAN }).replace('"version": 1', '"version": 2'), /version/],
  ])('says what is wrong with %s', (text, problem) => {
    expect(readPlanFile(text)).toMatchObject({ problem: expect.stringMatching(problem) as string });
  });
});
