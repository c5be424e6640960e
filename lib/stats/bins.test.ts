import { describe, expect, it } from 'vitest';
import { countEdges, ratioEdges } from './bins.ts';

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

describe('ratioEdges', () => {
  it('is every hundredth, the last one above the largest value', () => {
    expect(ratioEdges(0)).toEqual([0, 0.01]);
    expect(ratioEdges(0.04)).toEqual([0, 0.01, 0.02, 0.03, 0.04, 0.05]);
    expect(ratioEdges(1).slice(-2)).toEqual([1, 1.01]);
  });

  it('holds a ratio that is on an edge, however it is written', () => {
    const edges = ratioEdges(2);
    for (let i = 1; i < 200; i++) for (const times of [1, 3, 7, 11]) expect((i * times) / (100 * times)).toBe(edges[i]);
  });
});
