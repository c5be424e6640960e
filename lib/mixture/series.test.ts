import { describe, expect, it } from 'vitest';
import { duplicatesOf, knowsDuplicates } from './duplicates.ts';
import { outliersOf } from './outliers.ts';
import { seriesOf } from './series.ts';
import { stat } from '../testing/mini-mixture.ts';
import { quantileOfBins, quantilesOf, weightedBins } from './weights.ts';

const steps = stat({
  source: 'runs',
  component: 'trajectories',
  measure: 'steps',
  count: 4,
  sum: 30,
  bins: [
    [10, 12, 2, 20, 900],
    [4, 5, 1, 4, 50],
    [6, 7, 1, 6, 50],
  ],
  quantiles: [
    [0.75, 10, 0],
    [0.5, 8, 0],
  ],
});

describe('seriesOf', () => {
  it('groups rows, bins and quantiles ascending', () => {
    const [series] = seriesOf(
      [...steps, ...stat({ source: 'runs', component: 'trajectories', count: 4, sum: 1_000 })],
      'steps',
    );
    expect(series).toMatchObject({ source: 'runs', component: 'trajectories', count: 4, sum: 30 });
    expect(series!.bins.map(({ lower }) => lower)).toEqual([4, 6, 10]);
    expect(series!.quantiles.map(({ probability }) => probability)).toEqual([0.5, 0.75]);
  });

  it('leaves out components that it does not know, and empty groups', () => {
    expect(seriesOf(stat({ source: 's', component: 'images', count: 4, sum: 30 }), 'tokens')).toEqual([]);
    expect(seriesOf(stat({ source: 's', component: 'code', count: 0, sum: 0 }), 'tokens')).toEqual([]);
  });
});

describe('weights', () => {
  const [series] = seriesOf(steps, 'steps');

  it('counts records, or their tokens', () => {
    expect(weightedBins(series!, 'records')!.map(({ share }) => share)).toEqual([0.25, 0.25, 0.5]);
    expect(weightedBins(series!, 'tokens')!.map(({ share }) => share)).toEqual([0.05, 0.05, 0.9]);
  });

  it('has no token weights where the corpus does not know them', () => {
    const old = stat({
      source: 's',
      component: 'code',
      measure: 'chars',
      count: 1,
      sum: 4,
      bins: [[4, 5, 1, 4, null]],
    });
    expect(weightedBins(seriesOf(old, 'chars')[0]!, 'tokens')).toBeNull();
  });

  it('takes quantiles of the builder by record, and of the histogram by token, with their error', () => {
    expect(quantilesOf(series!, 'records', [0.5])).toEqual([{ probability: 0.5, value: 8, error: 0 }]);
    expect(quantilesOf(series!, 'tokens', [0.5])).toEqual([{ probability: 0.5, value: 10.5, error: 0.5 }]);
    expect(quantileOfBins(weightedBins(series!, 'records')!, 1).value).toBe(10.5);
  });
});

describe('quantileOfBins', () => {
  it('halves bins of ratios, which hold no whole numbers', () => {
    const bins = [
      { lower: 0.2, upper: 0.21, amount: 1, share: 0.5 },
      { lower: 0.3, upper: 0.31, amount: 1, share: 0.5 },
    ];
    expect(quantileOfBins(bins, 0.9).value).toBeCloseTo(0.305);
    expect(quantileOfBins(bins, 0.9).error).toBeCloseTo(0.005);
  });
});

describe('outliersOf', () => {
  it('counts whole bins beyond the outer fences', () => {
    const [series] = seriesOf(
      stat({
        source: 's',
        component: 'text',
        measure: 'tokens_per_byte',
        count: 105,
        sum: 25,
        bins: [
          [0.1, 0.11, 2, 0.2, 20],
          [0.22, 0.23, 100, 22, 1_000],
          [0.9, 0.91, 3, 2.7, 700],
        ],
        quantiles: [
          [0.25, 0.22, 0],
          [0.75, 0.23, 0],
        ],
      }),
      'tokens_per_byte',
    );
    expect(outliersOf(series!)).toEqual([
      { side: 'below', edge: 0.11, records: 2, tokens: 20 },
      { side: 'above', edge: 0.9, records: 3, tokens: 700 },
    ]);
  });
});

describe('duplicatesOf', () => {
  it('sets duplicates beside all records of their source', () => {
    const stats = [
      ...stat({ source: 's', component: 'code', count: 10, sum: 1_000 }),
      ...stat({ source: 's', component: 'code', measure: 'duplicate_exact', count: 2, sum: 150 }),
    ];
    expect(knowsDuplicates(stats)).toBe(true);
    expect(duplicatesOf(stats)).toEqual([
      {
        source: 's',
        component: 'code',
        records: 10,
        tokens: 1_000,
        exact: { records: 2, tokens: 150 },
        near: { records: 0, tokens: 0 },
      },
    ]);
  });
});
