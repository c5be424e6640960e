import { describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { exactCount, parseCount } from './counts.ts';

describe('parseCount', () => {
  it.each([
    ['103B', 103e9],
    ['1.5M', 1_500_000],
    [' 20 k ', 20_000],
    ['.5m', 500_000],
    ['2,000,000', 2_000_000],
    ['2 000 000', 2_000_000],
    ['1_000', 1_000],
    ['1e9', 1e9],
    ['1.2T', 1.2e12],
    ['7G', 7e9],
    ['0', 0],
  ])('reads %s', (text, count) => expect(parseCount(text)).toBe(count));

  it.each(['', 'B', '-5', '1,5M', '12 34', '1.2.3', '1MB', '1e99', '99999T', 'Infinity', '0x10', 'ten'])(
    'refuses %s',
    (text) => expect(parseCount(text)).toBeNull(),
  );
});

describe('exactCount', () => {
  it.each([
    [103e9, '103B'],
    [1_500_000, '1.5M'],
    [48_392_274, '48392274'],
    [999, '999'],
    [0, '0'],
  ])('writes %d as %s', (count, text) => expect(exactCount(count)).toBe(text));

  it('is read back exactly', () => {
    const random = randomOf(5);
    for (let round = 0; round < 2_000; round++) {
      const count = random.below(10 ** random.below(15)) * 10 ** random.below(2);
      expect(parseCount(exactCount(count))).toBe(count);
    }
  });
});
