import { beforeAll, describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import type { Database } from './database.ts';
import { openNodeDatabase } from './node.ts';
import { toRows } from './rows.ts';
import { inlined } from './sliced.ts';

let db: Database;
beforeAll(async () => {
  db = await openNodeDatabase();
});

const text = { value: { type: 'text', nullable: true, doc: '' } } as const;

describe('values written into a statement', () => {
  it('are the values themselves, whatever they hold', async () => {
    const random = randomOf(9);
    const values = ["it's", '?', "'?'", '\0?', "'; DROP TABLE x; --", ...random.list(60, 60, () => random.text(30))];
    for (const value of values) {
      const result = await db.runSliced('SELECT ? AS value WHERE ? = ?', [value, value, value], undefined);
      expect(toRows(result, text, 'test')).toEqual([{ value }]);
    }
  });

  it('leave quoted text and names alone', () => {
    expect(inlined(`SELECT '?', 'it''s ?', "a?""b" WHERE x = ?`, [-1])).toBe(
      `SELECT '?', 'it''s ?', "a?""b" WHERE x = -1`,
    );
    expect(() => inlined('SELECT ?', [])).toThrow(TypeError);
    expect(() => inlined('SELECT 1', [1])).toThrow(TypeError);
  });

  it('do not take on the type of what they are compared with', async () => {
    await db.run("CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE moods AS SELECT 'good'::mood AS mood", []);
    const result = await db.runSliced(
      'SELECT mood::VARCHAR AS value FROM moods WHERE mood = ?',
      ['strange'],
      undefined,
    );
    expect(toRows(result, text, 'test')).toEqual([]);
  });
});

describe('rows with lists of structs', () => {
  it('can be sorted', async () => {
    const columns = {
      step: { type: 'int', doc: '' },
      findings: {
        type: 'struct[]',
        fields: {
          call: { type: 'int', nullable: true, doc: '' },
          code: { type: 'text', doc: '' },
          pointer: { type: 'text', nullable: true, doc: '' },
        },
        doc: '',
      },
    } as const;
    await db.run(
      `CREATE TABLE found AS SELECT (99 - x)::INTEGER AS step, CASE WHEN x % 3 = 0 THEN
        [{'call': NULL::INTEGER, 'code': 'a longer code', 'pointer': NULL::VARCHAR}, {'call': 1, 'code': 'c', 'pointer': '/' || x}]
        ELSE [] END AS findings FROM range(100) t(x)`,
      [],
    );
    const result = await db.runSliced('SELECT * FROM found WHERE step >= ?::INTEGER ORDER BY step', [90], undefined);
    const rows = toRows(result, columns, 'test');
    expect(rows.map(({ step, findings }) => [step, findings.length])).toEqual(
      Array.from({ length: 10 }, (_, at) => [90 + at, (9 - at) % 3 === 0 ? 2 : 0]),
    );
  });
});
