import { expect, test } from 'vitest';
import { median, p95, quantile } from './statistics.ts';

test('quantiles interpolate between neighbours', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quantile([10, 20], 0.25)).toBe(12.5);
  expect(p95([5])).toBe(5);
});

test('no values have no quantile', () => {
  expect(() => median([])).toThrow(RangeError);
});
