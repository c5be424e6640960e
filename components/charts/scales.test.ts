import { describe, expect, it } from 'vitest';
import { linearScale, logScale, spanScale } from './scales';

describe('linearScale', () => {
  it('ends at an even step above the largest value', () => {
    const { at, ticks } = linearScale(0.123, 100, 0, 3);
    expect(ticks).toEqual([0, 0.05, 0.1, 0.15]);
    expect(at(0)).toBe(100);
    expect(at(0.15)).toBeCloseTo(0);
  });

  it('ends at 1 for shares', () => {
    expect(linearScale(1, 0, 100).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});

describe('logScale', () => {
  it('is as wide for each octave from 4 on, and holds 0', () => {
    const { at } = logScale(0, 64, 0, 500);
    expect([0, 4, 8, 16, 32, 64].map(at)).toEqual([0, 100, 200, 300, 400, 500]);
  });

  it('labels powers of two that fit', () => {
    expect(logScale(0, 1_024, 0, 400).ticks).toEqual([0, 4, 16, 64, 256, 1_024]);
    for (const tick of logScale(3, 1e6, 0, 200).ticks) expect(Number.isInteger(Math.log2(tick))).toBe(true);
  });
});

describe('spanScale', () => {
  it('begins and ends at steps around its values', () => {
    const { at, ticks } = spanScale(0.152, 0.49, 0, 100, 4);
    expect(ticks).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(at(0.3)).toBeCloseTo(50);
  });
});
