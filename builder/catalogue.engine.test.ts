import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from './commands/check.ts';
import { importFiles } from './commands/import.ts';
import { silent } from './progress.ts';
import { shopDocument } from './testing/miniature.ts';
import { literal, openDatabase, type Database } from './write/duckdb.ts';

/** A conversation that declares no tools: its calls can be judged by the catalogue alone. */
const conversation = (id: string, calls: readonly (readonly [string, string])[], tools?: readonly object[]): string =>
  JSON.stringify({
    id,
    messages: [
      { role: 'user', content: 'Look at the shop' },
      {
        role: 'assistant',
        content: null,
        tool_calls: calls.map(([name, given], i) => ({
          id: `${id}-${i}`,
          type: 'function',
          function: { name, arguments: given },
        })),
      },
      ...calls.map((_, i) => ({ role: 'tool', tool_call_id: `${id}-${i}`, content: 'ok' })),
    ],
    ...(tools === undefined ? {} : { tools }),
  });

const LOCATE = {
  type: 'function',
  function: {
    name: 'locate',
    description: 'Where a thing is.',
    parameters: { type: 'object', properties: { what: { type: 'string' } }, required: ['what'] },
  },
};

const folder = mkdtempSync(path.join(tmpdir(), 'forge-catalogue-'));
const out = path.join(folder, 'out');
let db: Database;

beforeAll(async () => {
  const input = path.join(folder, 'input');
  mkdirSync(input);
  // Read after the calls in order of path: documentation is staged first all the same.
  writeFileSync(path.join(input, 'shop.json'), shopDocument('shop.test', 2));
  writeFileSync(
    path.join(input, 'a-runs.jsonl'),
    [
      conversation('right', [['getItem0', '{"id":"item-0"}']]),
      conversation('wrong', [
        ['getItem1', '{"id":7}'],
        ['getItem1', '{}'],
        ['nobody', '{}'],
      ]),
      conversation('own', [['locate', '{}']], [LOCATE]),
      conversation('own-again', [['locate', '{"what":"x"}']], [LOCATE]),
    ].join('\n'),
  );
  await importFiles({ paths: [input], out, name: 'shop' }, silent);
  db = await openDatabase({ scratch: path.join(folder, 'scratch'), memoryMb: 200 });
  for (const table of ['calls', 'apis', 'trajectory_facets', 'called_tools', 'tool_postings', 'trajectory_terms'])
    await db.run(
      `CREATE VIEW ${table} AS SELECT * FROM read_parquet(${literal(path.join(out, `${table}-*.parquet`))})`,
    );
});

afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const problemsOf = async (id: string): Promise<unknown[]> =>
  db.rows('SELECT api_id, problems FROM calls WHERE trajectory_id LIKE ? ORDER BY call', [`%:${id}`]);

it('links calls to documented APIs, and judges them by the documented schema', async () => {
  expect(await problemsOf('right')).toEqual([{ api_id: 'shop.test/shop/getItem0', problems: [] }]);
  expect(await problemsOf('wrong')).toMatchObject([
    { api_id: 'shop.test/shop/getItem1', problems: ['wrong-type'] },
    { api_id: 'shop.test/shop/getItem1', problems: ['missing-required'] },
    { api_id: null, problems: ['unknown-api'] },
  ]);
});

it('judges by the declaration of the trajectory itself, and stores what several declare once', async () => {
  const [first] = (await problemsOf('own')) as { api_id: string; problems: string[] }[];
  expect(first!.problems).toContain('missing-required');
  expect(await problemsOf('own-again')).toEqual([{ api_id: first!.api_id, problems: [] }]);
  expect(await db.rows('SELECT api_id, n_calls, n_trajectories FROM apis WHERE declared')).toEqual([
    { api_id: first!.api_id, n_calls: 2, n_trajectories: 2 },
  ]);
});

it('counts who calls what, and in which place', async () => {
  expect(
    await db.rows(`SELECT t.tool_name, p.n_calls, p.first_call, p.last_call FROM called_tools t JOIN tool_postings p USING (tool_no)
      WHERE t.api_id = 'shop.test/shop/getItem1' AND p.n_calls > 1`),
  ).toMatchObject([{ tool_name: 'getItem1', n_calls: 2, first_call: 0, last_call: 1 }]);
  expect(await db.rows("SELECT n_trajectories FROM trajectory_terms WHERE term = 'shop'")).not.toEqual([]);
});

it('is whole: declared tools, facets and postings are what the tables have', async () => {
  expect((await check(out)).faults).toEqual([]);
});
