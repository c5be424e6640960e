import { describe, expect, it } from 'vitest';
import { countEdges } from '../stats/bins.ts';
import { randomOf } from '../testing/random.ts';
import { pack, type LengthBin } from './packing.ts';

function histogram(lengths: readonly number[]): LengthBin[] {
  const edges = countEdges(Math.max(...lengths));
  return edges.slice(0, -1).flatMap((lower, i) => {
    const upper = edges[i + 1]!;
    const own = lengths.filter((length) => length >= lower && length < upper);
    return own.length === 0 ? [] : [{ lower, upper, records: own.length, tokens: own.reduce((a, b) => a + b, 0) }];
  });
}

/** Lays every document at every place of a sequence in turn, and counts. */
function layOut(lengths: readonly number[], context: number) {
  const pieces = new Map<number, number>();
  let cut = 0;
  for (const length of lengths) {
    for (let start = 0; start < context; start++) {
      let [left, room, parts] = [length + 1, context - start, 0];
      while (left > 0) {
        const piece = Math.min(left, room);
        pieces.set(piece, (pieces.get(piece) ?? 0) + 1 / context);
        [left, room, parts] = [left - piece, context, parts + 1];
      }
      if (parts > 1) cut += 1 / context;
    }
  }
  return { pieces, cut };
}

describe('pack', () => {
  it('is what laying the documents out gives, whatever their lengths', () => {
    const random = randomOf(3);
    for (let round = 0; round < 60; round++) {
      const lengths = random.list(1, 30, () => random.below(random.pick([3, 20, 200])));
      const context = random.pick([2, 5, 16, 24, 37, 64]);
      const packed = pack(histogram(lengths), context);
      const { pieces, cut } = layOut(lengths, context);
      expect(packed.cut.low).toBeLessThanOrEqual(cut + 1e-9);
      expect(packed.cut.high).toBeGreaterThanOrEqual(cut - 1e-9);
      expect(packed.pieces).toBeCloseTo(
        [...pieces.values()].reduce((a, b) => a + b, 0),
        6,
      );
      for (const bin of packed.bins) {
        const own = [...pieces].filter(([length]) => length >= bin.lower && length <= bin.upper);
        expect(bin.pieces).toBeCloseTo(
          own.reduce((sum, [, n]) => sum + n, 0),
          6,
        );
        expect(bin.tokens).toBeCloseTo(
          own.reduce((sum, [length, n]) => sum + length * n, 0),
          6,
        );
      }
    }
  });

  it.each([16, 24, 64])('is exact at an edge of the histogram, %d', (context) => {
    const lengths = Array.from({ length: 200 }, (_, i) => i);
    const { cut } = pack(histogram(lengths), context);
    expect(cut.high).toBe(cut.low);
    expect(cut.low).toBeCloseTo(layOut(lengths, context).cut, 6);
  });

  it('gives bounds between edges, and no wider than the documents of one bin', () => {
    const lengths = Array.from({ length: 400 }, (_, i) => i);
    const { cut } = pack(histogram(lengths), 75);
    expect(cut.high - cut.low).toBeGreaterThan(0);
    expect(cut.high - cut.low).toBeLessThan(16);
  });

  it('counts end-of-text tokens, and drops the last sequence that is not full', () => {
    const packed = pack(histogram([9, 9, 9]), 16);
    expect(packed).toMatchObject({ documents: 3, tokens: 30, sequences: 1 });
    expect(packed.bins.reduce((sum, { tokens }) => sum + tokens, 0)).toBeCloseTo(30, 9);
  });

  it('packs nothing', () => {
    expect(pack([], 4_096)).toMatchObject({ documents: 0, sequences: 0, pieces: 0, cut: { low: 0, high: 0 } });
  });
});
