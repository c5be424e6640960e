import { describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { binnedQuantile, type Histogram } from './binned-quantile.ts';
import { countEdges, QUANTILES } from './bins.ts';

function histogramOf(values: readonly number[]): Histogram {
  const edges = countEdges(Math.max(...values));
  const bins = edges.slice(0, -1).map((lower, i) => {
    const upper = edges[i + 1]!;
    const inside = values.filter((value) => value >= lower && value < upper);
    return { lower, upper, records: inside.length, value: inside.reduce((sum, value) => sum + value, 0) };
  });
  return { bins, min: Math.min(...values), max: Math.max(...values), isWhole: true };
}

/** By sorting: type 7 of Hyndman and Fan. */
function exactQuantile(values: readonly number[], probability: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = probability * (sorted.length - 1);
  const before = sorted[Math.floor(place)]!;
  return before + (place % 1) * ((sorted[Math.floor(place) + 1] ?? before) - before);
}

describe('binnedQuantile', () => {
  it('is never off by more than it says', () => {
    const { below, list } = randomOf(5);
    for (let run = 0; run < 200; run++) {
      const top = 1 + below(100_000);
      const values = list(1, 400, () => below(top));
      const histogram = histogramOf(values);
      for (const probability of [0, ...QUANTILES, 1]) {
        const { value, error } = binnedQuantile(histogram, probability);
        expect(Math.abs(value - exactQuantile(values, probability))).toBeLessThanOrEqual(error + 1e-6);
      }
    }
  });

  it('says that it is exact where bins hold one value', () => {
    expect(binnedQuantile(histogramOf([1, 2, 2, 3, 7]), 0.5)).toEqual({ value: 2, error: 0 });
    expect(binnedQuantile(histogramOf([1, 4]), 0.5)).toEqual({ value: 2.5, error: 0 });
    expect(binnedQuantile(histogramOf([1_000, 1_000, 1_000]), 0.9)).toEqual({ value: 1_000, error: 0 });
    expect(binnedQuantile(histogramOf([5, 1_234]), 1)).toEqual({ value: 1_234, error: 0 });
  });

  it('is off by half of a bin at most', () => {
    const { value, error } = binnedQuantile(
      histogramOf([1, ...Array.from({ length: 50 }, (_, i) => 1_030 + i), 9_999]),
      0.5,
    );
    expect(error).toBe((1_279 - 1_024) / 2);
    expect(value).toBe((1_279 + 1_024) / 2);
  });

  it('refuses a histogram without records', () => {
    expect(() => binnedQuantile({ bins: [], min: 0, max: 0, isWhole: true }, 0.5)).toThrow(RangeError);
  });
});
