import { describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { countEdges } from '../stats/bins.ts';
import type { SeriesBin } from './series.ts';
import { truncationOf } from './window.ts';

function histogram(lengths: readonly number[]): SeriesBin[] {
  const edges = countEdges(Math.max(...lengths));
  return edges.slice(0, -1).flatMap((lower, index) => {
    const upper = edges[index + 1]!;
    const own = lengths.filter((length) => length >= lower && length < upper);
    const value = own.reduce((sum, length) => sum + length, 0);
    return own.length === 0 ? [] : [{ lower, upper, records: own.length, value, tokens: value }];
  });
}

describe('truncationOf', () => {
  it('is exact at the edge of a bin', () => {
    const bins = histogram([100, 128, 130, 500]);
    expect(truncationOf(bins, 128)).toEqual({ records: { low: 3, high: 3 }, tokens: { low: 374, high: 374 } });
  });

  it('cuts nothing where the window holds all, and all where it holds none', () => {
    const bins = histogram([3, 9]);
    expect(truncationOf(bins, 1_000)).toEqual({ records: { low: 0, high: 0 }, tokens: { low: 0, high: 0 } });
    expect(truncationOf(bins, 1).records).toEqual({ low: 2, high: 2 });
  });

  it('bounds what is true at any window', () => {
    const random = randomOf(4);
    for (let round = 0; round < 300; round++) {
      const lengths = random.list(1, 40, () => random.below(random.below(2) === 0 ? 60 : 5_000));
      const size = 1 + random.below(5_200);
      const { records, tokens } = truncationOf(histogram(lengths), size);
      const cut = lengths.filter((length) => length >= size);
      const beyond = cut.reduce((sum, length) => sum + length - size, 0);
      expect(records.low).toBeLessThanOrEqual(cut.length);
      expect(records.high).toBeGreaterThanOrEqual(cut.length);
      expect(tokens.low).toBeLessThanOrEqual(beyond + 1e-6);
      expect(tokens.high).toBeGreaterThanOrEqual(beyond - 1e-6);
    }
  });

  it('is closer than the whole bin where the sum says more', () => {
    // Ten records of 96 to 111 tokens that are nearly all of 96: at most one can reach 110.
    const { records } = truncationOf([{ lower: 96, upper: 112, records: 10, value: 974, tokens: 974 }], 110);
    expect(records).toEqual({ low: 0, high: 1 });
  });
});
