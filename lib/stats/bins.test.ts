import { describe, expect, it } from 'vitest';
import { countEdges } from './bins.ts';

describe('countEdges', () => {
  it('has a bin for each small count, then four per octave', () => {
    expect(countEdges(30)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32]);
  });

  it.each([0, 1, 7, 8, 9, 15, 16, 1_000_003, 2 ** 40])('covers %d, and ends with the bin that holds it', (max) => {
    const edges = countEdges(max);
    expect(edges[0]).toBe(0);
    expect(edges.at(-1)!).toBeGreaterThan(max);
    expect(edges.at(-2)!).toBeLessThanOrEqual(max);
    for (const [i, edge] of edges.entries()) {
      expect(Number.isInteger(edge)).toBe(true);
      if (i > 0) expect(edge).toBeGreaterThan(edges[i - 1]!);
    }
  });

  it('has the same edges whatever the largest count', () => {
    const long = countEdges(10_000_000);
    for (const max of [0, 5, 100, 12_345]) expect(long.slice(0, countEdges(max).length)).toEqual(countEdges(max));
  });
});
