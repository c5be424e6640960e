import { describe, expect, it } from 'vitest';
import { DOUBLING, evenScale, rangeOfText, rangeOfThumbs, thumbs } from './range-bins.ts';

describe('bins', () => {
  it('double in width and leave no value out', () => {
    for (let value = 0; value < 5_000; value++) {
      const bin = DOUBLING.of(value);
      expect(DOUBLING.start(bin)).toBeLessThanOrEqual(value);
      expect(DOUBLING.end(bin)).toBeGreaterThanOrEqual(value);
    }
  });
});

describe('bins of one width', () => {
  it('give ranges that put the thumbs back where they were', () => {
    const scale = evenScale(-1, 1, 20);
    for (let low = 0; low < 20; low++) {
      for (let high = low; high < 20; high++) {
        expect(thumbs(rangeOfThumbs([low, high], 19, scale), 19, scale)).toEqual([low, high]);
      }
    }
    expect(rangeOfThumbs([15, 19], 19, scale)).toEqual([0.5, null]);
  });

  it('read fractions and negative numbers', () => {
    expect(rangeOfText('0.5', '-0.25', evenScale(-1, 1, 20))).toEqual([-0.25, 0.5]);
    expect(rangeOfText('x', '', evenScale(-1, 1, 20))).toBeNull();
  });
});

describe('thumbs', () => {
  it('stand at the ends for no range, and give none', () => {
    expect(thumbs(null, 9)).toEqual([0, 9]);
    expect(rangeOfThumbs([0, 9], 9)).toBeNull();
  });

  it('give a range that puts them back where they were', () => {
    const range = rangeOfThumbs([2, 5], 9);
    expect(range).toEqual([2, 31]);
    expect(thumbs(range, 9)).toEqual([2, 5]);
    expect(rangeOfThumbs([3, 9], 9)).toEqual([4, null]);
  });

  it('stay on the slider for values beyond it', () => expect(thumbs([10_000, 20_000], 4)).toEqual([4, 4]));
});

describe('rangeOfText', () => {
  it.each([
    ['', '', null],
    ['5', '', [5, null]],
    ['', '1,200', [null, 1_200]],
    ['9', '3', [3, 9]],
    ['-4', 'many', null],
    ['99999999999', '', [2_147_483_647, null]],
  ] as const)('%j and %j are %j', (min, max, range) => expect(rangeOfText(min, max)).toEqual(range));
});
