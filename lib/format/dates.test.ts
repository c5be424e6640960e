import { describe, expect, it } from 'vitest';
import { formatDate, formatDuration } from './dates.ts';

describe('formatDate', () => {
  it('gives the day in UTC', () => expect(formatDate('2026-03-04T23:30:00Z')).toBe('4 Mar 2026'));
  it('says when there is none', () => expect(formatDate(null)).toBe('unknown'));
  it('keeps what it cannot read', () => expect(formatDate('last spring')).toBe('last spring'));
});

describe('formatDuration', () => {
  it.each([
    [85.4, '85\u202fms'],
    [999.6, '1.0\u202fs'],
    [2_410, '2.4\u202fs'],
    [59_970, '1\u202fmin 0\u202fs'],
    [72_000, '1\u202fmin 12\u202fs'],
  ])('%d ms is %s', (value, text) => expect(formatDuration(value)).toBe(text));
});
