import { describe, expect, it } from 'vitest';
import type { Component } from '../corpus/index.ts';
import { randomOf } from '../testing/random.ts';
import { weightsOf, withShare } from './edit-shares.ts';
import { sharesOf } from './plan.ts';
import { byTemperature, BY_TOKENS, equalGroups, paperGroups } from './presets.ts';
import { stratumKey, type Stratum } from './strata.ts';

function stratum(source: string, component: Component, tokens: number): Stratum {
  return { key: stratumKey(source, component), source, component, title: source, records: 1, tokens };
}

const CORPUS = [
  stratum('apis', 'documentation', 3_000),
  stratum('runs', 'trajectories', 1_000),
  stratum('git', 'code', 500),
  stratum('hub', 'code', 1_500),
  stratum('books', 'text', 800),
];

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9) as number);

describe('presets', () => {
  it('weigh by tokens', () => {
    expect(sharesOf(CORPUS, BY_TOKENS)).toEqual(close([3_000, 1_000, 500, 1_500, 800].map((n) => n / 6_800)));
  });

  it('give agent data, code and text a third each', () => {
    expect(sharesOf(CORPUS, equalGroups(CORPUS))).toEqual(close([0.25, 1 / 12, 1 / 12, 0.25, 1 / 3]));
  });

  it('give agent data the share of the paper, and halve the rest', () => {
    expect(sharesOf(CORPUS, paperGroups(CORPUS))).toEqual(close([0.27, 0.09, 0.08, 0.24, 0.32]));
  });

  it('leave out what the corpus lacks', () => {
    expect(sharesOf(CORPUS.slice(2), equalGroups(CORPUS.slice(2)))).toEqual(close([0.125, 0.375, 0.5]));
    expect(equalGroups([])).toEqual({});
  });

  it('flatten by temperature: 1 is by tokens, 0 the same for all that have any', () => {
    const strata = [...CORPUS, stratum('void', 'text', 0)];
    expect(sharesOf(strata, byTemperature(strata, 1))).toEqual(
      sharesOf(strata, BY_TOKENS).map((n) => expect.closeTo(n, 9) as number),
    );
    expect(sharesOf(strata, byTemperature(strata, 0))).toEqual(close([0.2, 0.2, 0.2, 0.2, 0.2, 0]));
    const half = byTemperature(strata, 0.5);
    expect(half['apis/documentation']! / half['runs/trajectories']!).toBeCloseTo(Math.sqrt(3), 9);
  });
});

describe('withShare', () => {
  it('keeps the sum, the locks and the proportions, whatever is moved', () => {
    const random = randomOf(7);
    for (let round = 0; round < 2_000; round++) {
      const shares = Object.fromEntries(CORPUS.map(({ key }, i) => [key, sharesOf(CORPUS, equalGroups(CORPUS))[i]!]));
      const keys = new Set(random.list(1, 3, () => random.pick(CORPUS).key));
      const locked = new Set(random.list(0, 4, () => random.pick(CORPUS).key));
      const share = random.below(101) / 100;
      const next = withShare(CORPUS, shares, keys, share, locked);
      expect(Object.values(next).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      for (const key of locked) expect(next[key]).toBe(shares[key]);
      const rest = CORPUS.filter(({ key }) => !keys.has(key) && !locked.has(key)).map(
        ({ key }) => next[key]! / shares[key]!,
      );
      for (const ratio of rest) expect(ratio).toBeCloseTo(rest[0]!, 9);
    }
  });

  it('sets what is asked for where nothing is locked', () => {
    const shares = {
      'apis/documentation': 0.5,
      'runs/trajectories': 0.5,
      'git/code': 0,
      'hub/code': 0,
      'books/text': 0,
    };
    const next = withShare(CORPUS, shares, new Set(['git/code', 'hub/code']), 0.4, new Set());
    // Code had nothing: its sources share by tokens.
    expect(Object.values(next)).toEqual(close([0.3, 0.3, 0.1, 0.3, 0]));
  });

  it('moves nothing where all others are locked', () => {
    const shares = { 'apis/documentation': 0.5, 'git/code': 0.5 };
    const strata = [CORPUS[0]!, CORPUS[2]!];
    expect(withShare(strata, shares, new Set(['git/code']), 0.9, new Set(['apis/documentation']))).toBe(shares);
  });
});

describe('weightsOf', () => {
  it('names a component as a whole where its strata are in proportion, and gives the same shares', () => {
    const shares = (weights: Record<string, number>) =>
      Object.fromEntries(sharesOf(CORPUS, weights).map((share, i) => [CORPUS[i]!.key, share]));
    expect(Object.keys(weightsOf(CORPUS, shares({ code: 0.5, text: 0.5 })))).toEqual([
      'documentation',
      'trajectories',
      'code',
      'text',
    ]);
    const uneven = shares({ 'git/code': 0.4, text: 0.6 });
    expect(weightsOf(CORPUS, uneven)).toMatchObject({ 'git/code': 0.4, 'hub/code': 0 });
    for (const [key, share] of Object.entries(shares(weightsOf(CORPUS, uneven))))
      expect(share).toBeCloseTo(uneven[key]!, 5);
  });
});
