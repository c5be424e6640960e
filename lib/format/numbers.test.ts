import { describe, expect, it } from 'vitest';
import { formatBytes, formatCompact, formatCount, formatNumber, formatPercent, formatPlural } from './numbers.ts';

/** Units stand after a narrow no-break space; the tests read better with a plain one. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('formatCount', () => {
  it('groups by thousands', () => {
    expect([0, 999, 1_000, 125_205, 1_234_567, -1_000, 999.5].map(formatCount)).toEqual([
      '0',
      '999',
      '1,000',
      '125,205',
      '1,234,567',
      '-1,000',
      '1,000',
    ]);
  });
});

it('formatNumber keeps fractions', () => {
  expect([125_205, 0.25, 1 / 3, -0.5].map(formatNumber)).toEqual(['125,205', '0.25', '0.3333', '-0.5']);
});

describe('formatCompact', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1.00 k'],
    [1_234, '1.23 k'],
    [12_345, '12.3 k'],
    [99_960, '100 k'],
    [999_400, '999 k'],
    [999_950, '1.00 M'],
    [34_100_000, '34.1 M'],
    [102_950_000_000, '103 B'],
    [5e15, '5000 T'],
    [-1_500, '-1.50 k'],
  ])('%d is %s', (value, text) => expect(plain(formatCompact(value))).toBe(text));
});

describe('formatPercent', () => {
  it.each([
    [0, '0.0 %'],
    [0.123, '12.3 %'],
    [0.0001, '< 0.1 %'],
    [0.9999, '> 99.9 %'],
    [1, '100.0 %'],
    [Number.NaN, '–'],
  ])('%d is %s', (value, text) => expect(plain(formatPercent(value))).toBe(text));
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.00 kB'],
    [3_812_345, '3.81 MB'],
    [999_999, '1.00 MB'],
    [4.2e12, '4.20 TB'],
    [4.2e15, '4200 TB'],
  ])('%d is %s', (value, text) => expect(plain(formatBytes(value))).toBe(text));
});

describe('formatPlural', () => {
  it('agrees with its count', () => {
    expect(formatPlural(1, 'API')).toBe('1 API');
    expect(formatPlural(2_000, 'API')).toBe('2,000 APIs');
    expect(formatPlural(0, 'trajectory', 'trajectories')).toBe('0 trajectories');
  });
});
