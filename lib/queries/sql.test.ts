import { describe, expect, it } from 'vitest';
import { compareIds } from '../corpus/shard-ranges.ts';
import { randomOf } from '../testing/random.ts';
import { afterPrefix } from './search.ts';
import { all, join, list, name, sql } from './sql.ts';

describe('sql', () => {
  it('binds values and inlines parts, in order', () => {
    const part = sql`a = ${'x'} AND b IN ${list([1, 2.5, null])}`;
    expect(sql`SELECT ${name('n_calls')} WHERE ${part} LIMIT ${10}`).toEqual({
      text: 'SELECT "n_calls" WHERE a = ? AND b IN (?::INTEGER, ?::DOUBLE, ?) LIMIT ?::INTEGER',
      params: ['x', 1, 2.5, null, 10],
    });
    expect(sql`${true} ${2 ** 40}`).toEqual({ text: '?::BOOLEAN ?::BIGINT', params: [true, 2 ** 40] });
  });

  it('never puts a value into the text', () => {
    const hostile = `'; DROP TABLE apis; --`;
    const { text, params } = all([sql`a = ${hostile}`, join([sql`b = ${hostile}`], ' OR ')]);
    expect(text).not.toContain('DROP');
    expect(params).toEqual([hostile, hostile]);
  });

  it('refuses what is no identifier and no number', () => {
    for (const bad of ['a"b', 'a b', '', 'A', 'x;']) expect(() => name(bad)).toThrow(TypeError);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => sql`${bad}`).toThrow(TypeError);
  });
});

describe('afterPrefix', () => {
  it('is greater than all with the prefix, and not than what follows them', () => {
    const random = randomOf(3);
    for (let i = 0; i < 500; i++) {
      const prefix = random.text(6) || 'a';
      const after = afterPrefix(prefix);
      expect(compareIds(prefix, after)).toBeLessThan(0);
      expect(compareIds(prefix + random.text(6), after)).toBeLessThan(0);
    }
    expect(afterPrefix('ab')).toBe('ac');
    expect(afterPrefix('\ud7ff')).toBe('\ue000');
  });
});
