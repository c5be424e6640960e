import { beforeAll, describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { literal, type Database } from './database.ts';
import { openNodeDatabase } from './node.ts';
import { toRows } from './rows.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
});

const text = { value: { type: 'text', nullable: true, doc: '' } } as const;

describe('literal', () => {
  it('is the value itself, whatever it holds', async () => {
    const random = randomOf(5);
    const values = [
      "it's",
      "'; DROP TABLE x; --",
      '\\',
      '\0',
      'a\0b\0',
      '',
      ...random.list(100, 100, () => random.text(30)),
    ];
    for (const value of values) {
      expect(toRows(await db.run(`SELECT ${literal(value)} AS value`, []), text, 'test')).toEqual([{ value }]);
    }
  });

  it('is typed', async () => {
    const columns = {
      a: { type: 'int', doc: '' },
      b: { type: 'float', doc: '' },
      c: { type: 'bool', doc: '' },
      d: { type: 'text', nullable: true, doc: '' },
    } as const;
    const sql = `SELECT ${literal(-3)} AS a, ${literal(1.5e-7)} AS b, ${literal(true)} AS c, ${literal(null)}::VARCHAR AS d`;
    expect(toRows(await db.run(sql, []), columns, 'test')).toEqual([{ a: -3, b: 1.5e-7, c: true, d: null }]);
    expect(() => literal(Number.NaN)).toThrow(TypeError);
  });
});

describe('toRows', () => {
  it('never lets a BigInt or a Decimal out', async () => {
    const columns = {
      a: { type: 'int', doc: '' },
      b: { type: 'float', doc: '' },
      c: { type: 'float', doc: '' },
    } as const;
    const result = await db.run(
      'SELECT 9007199254740991::BIGINT AS a, 1.25::DECIMAL(9, 2) AS b, sum(x) AS c FROM range(5) t(x)',
      [],
    );
    expect(toRows(result, columns, 'test')).toEqual([{ a: 9007199254740991, b: 1.25, c: 10 }]);
  });

  it('reads lists, structs and their missing values', async () => {
    const columns = {
      numbers: { type: 'int[]', doc: '' },
      words: { type: 'text[]', nullable: true, doc: '' },
      items: {
        type: 'struct[]',
        fields: { a: { type: 'int', doc: '' }, b: { type: 'text', nullable: true, doc: '' } },
        doc: '',
      },
    } as const;
    const sql = `SELECT * FROM (VALUES ([1, 2], ['x'], [{'a': 1, 'b': NULL}, {'a': 2, 'b': 'y'}]), ([]::INTEGER[], NULL, [])) t(numbers, words, items)`;
    expect(toRows(await db.run(sql, []), columns, 'test')).toEqual([
      {
        numbers: [1, 2],
        words: ['x'],
        items: [
          { a: 1, b: null },
          { a: 2, b: 'y' },
        ],
      },
      { numbers: [], words: null, items: [] },
    ]);
  });
});
