import { describe, expect, it } from 'vitest';
import type { Component } from '../corpus/index.ts';
import { pack } from './packing.ts';
import { packedMixture, packedTotal } from './packed-mixture.ts';
import { allocate } from './plan.ts';
import type { Series } from './series.ts';
import { stratumKey, type Stratum } from './strata.ts';

/** Records of lengths 10 (bin 10 to 12) and 40 (bin 40 to 48). */
function series(source: string, component: Component, short: number, long: number): Series {
  const bins = [
    { lower: 10, upper: 12, records: short, value: 10 * short, tokens: 10 * short },
    { lower: 40, upper: 48, records: long, value: 40 * long, tokens: 40 * long },
  ];
  const sum = 10 * short + 40 * long;
  return {
    source,
    component,
    bucket: '',
    measure: 'tokens',
    count: short + long,
    sum,
    min: 10,
    max: 40,
    quantiles: [],
    bins,
  };
}

function stratum({ source, component, count, sum }: Series): Stratum {
  return { key: stratumKey(source, component), source, component, title: source, records: count, tokens: sum };
}

const SERIES = [series('git', 'code', 20, 5), series('hub', 'code', 10, 10), series('books', 'text', 8, 8)];
const STRATA = SERIES.map(stratum);
const PLAN = { maxEpochs: 4, limits: {}, remainder: 'leave', context: 32, seed: 0 } as const;

describe('packedMixture', () => {
  it('counts each record as often as the plan draws it', () => {
    // git twice, hub not at all, books once.
    const mixture = allocate(STRATA, {
      ...PLAN,
      weights: { 'git/code': 800, 'hub/code': 0, text: 400 },
      budget: 1_200,
    });
    const [code, text] = packedMixture(SERIES, mixture, 32);
    expect(code?.component).toBe('code');
    expect(code?.packing).toEqual(
      pack(
        [
          { lower: 10, upper: 12, records: 40, tokens: 400 },
          { lower: 40, upper: 48, records: 10, tokens: 400 },
        ],
        32,
      ),
    );
    expect(text?.packing.documents).toBe(16);
    const total = packedTotal([code!, text!], 32);
    expect(total).toMatchObject({ documents: 66, tokens: 1_266, sequences: 39 });
    expect(total.cut.low).toBeCloseTo(code!.packing.cut.low + text!.packing.cut.low, 9);
  });

  it('leaves out what is not drawn', () => {
    const mixture = allocate(STRATA, { ...PLAN, weights: { text: 1 }, budget: 100 });
    expect(packedMixture(SERIES, mixture, 32).map(({ component }) => component)).toEqual(['text']);
    expect(packedMixture([], mixture, 32)).toEqual([]);
  });
});
