import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UnitSummary } from '../unit/sink.ts';
import { unitFolder } from '../unit/run.ts';
import { packedWeight } from '../unit/packed-weight.ts';
import { StageWriter, type StageTable } from '../unit/stage.ts';
import { openDatabase, type Database } from './duckdb.ts';
import { makeSearchIndexes } from './search-index.ts';

const root = mkdtempSync(path.join(tmpdir(), 'forge-index-'));
let db: Database;

beforeAll(async () => {
  db = await openDatabase({ scratch: path.join(root, 'scratch'), memoryMb: 100 });
});

afterAll(() => {
  db.close();
  rmSync(root, { recursive: true });
});

function stage(unit: number, rows: Partial<Record<StageTable, readonly object[]>>): [number, UnitSummary] {
  const folder = unitFolder(root, unit);
  mkdirSync(folder);
  const files = Object.entries(rows).map(([table, written]) => {
    const writer = new StageWriter(folder, table as StageTable);
    for (const row of written) writer.write({ _unit: unit }, row);
    return [table, writer.close()] as const;
  });
  return [unit, { key: '', files: Object.fromEntries(files), counts: {} }];
}

const words = (first: number, ...terms: readonly string[]): object => ({ first, terms });
const weights = (seq: number, ...of: readonly (readonly [word: number, weight: number, fields: number])[]): object => ({
  _seq: seq,
  word: of.map(([no]) => no),
  weight: of.map(([, weight, fields]) => packedWeight(weight / 1000, fields)),
});

it('numbers terms of all units in order, without words that only records have which were not kept', async () => {
  const summaries = new Map([
    stage(0, {
      api_words: [words(0, 'zeta', 'beta'), words(2, 'gone')],
      api_weights: [weights(0, [0, 250, 1], [1, 500, 2]), weights(1, [2, 100, 1], [1, 100, 1])],
    }),
    stage(3, { api_words: [words(0, 'alpha', 'zeta')], api_weights: [weights(4, [1, 333, 8], [0, 7, 4])] }),
  ]);
  await db.run(`CREATE TABLE apis AS FROM (VALUES (0, 0, 10), (3, 4, 11)) t(_unit, _seq, api_no);
    CREATE TABLE trajectories (_unit INTEGER, _seq INTEGER, trajectory_no INTEGER)`);
  await makeSearchIndexes(db, root, summaries);
  expect(await db.rows('SELECT term, term_no, n_apis FROM api_terms ORDER BY term_no')).toEqual([
    { term: 'alpha', term_no: 0, n_apis: 1 },
    { term: 'beta', term_no: 1, n_apis: 1 },
    { term: 'zeta', term_no: 2, n_apis: 2 },
  ]);
  expect(await db.rows('SELECT * FROM api_postings ORDER BY term_no, api_no')).toEqual([
    { term_no: 0, api_no: 11, weight: 0.007, fields: 4 },
    { term_no: 1, api_no: 10, weight: 0.5, fields: 2 },
    { term_no: 2, api_no: 10, weight: 0.25, fields: 1 },
    { term_no: 2, api_no: 11, weight: 0.333, fields: 8 },
  ]);
  expect(await db.rows('SELECT count(*) AS n FROM trajectory_terms')).toEqual([{ n: 0 }]);
});
