import { expect, it } from 'vitest';
import { openNodeDatabase } from '../../duckdb/node.ts';
import { guessRoles } from './column-roles.ts';
import { readTable } from './read-table.ts';
import { runsOf } from './runs.ts';

/** A table as the engine writes it. */
async function parquet(select: string): Promise<Uint8Array> {
  const db = await openNodeDatabase();
  const file = db.scratchFile('runs.parquet');
  await db.run(`COPY (${select}) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`, []);
  const bytes = await db.readFile(file);
  await db.close();
  return bytes;
}

it('reads a table of runs from Parquet, of all kinds of numbers and with weights in a struct', async () => {
  const bytes = await parquet(`SELECT i AS run, {agent: i / 4, code: 1 - i / 4} AS weights,
    (3 - i / 4)::DECIMAL(9, 3) AS loss, (1e9 * (i + 1))::BIGINT AS tokens FROM range(3) t(i)`);
  const table = await readTable('runs.parquet', bytes);
  expect(table.problems).toEqual([]);
  expect(table.columns).toEqual(['run', 'weights.agent', 'weights.code', 'loss', 'tokens']);
  const { runs } = runsOf(table, guessRoles(table));
  expect(runs.domains).toEqual(['agent', 'code']);
  expect(runs.weights.map((row) => [...row])).toEqual([
    [0, 1],
    [0.25, 0.75],
    [0.5, 0.5],
  ]);
  expect(runs.targets.map(({ values }) => [...values])).toEqual([[3, 2.75, 2.5]]);
});

it('says what is wrong with a Parquet file that was cut', async () => {
  const bytes = await parquet('SELECT 1 AS agent, 2 AS loss');
  const table = await readTable('runs.parquet', bytes.subarray(0, bytes.length - 20));
  expect(table.rows).toEqual([]);
  expect(table.problems[0]?.message).toMatch(/^The Parquet file could not be read: /);
});
