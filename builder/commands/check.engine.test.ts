import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableName } from '../../lib/corpus/index.ts';
import type { Manifest } from '../../lib/corpus/manifest.ts';
import { buildMiniature, writeMiniature } from '../testing/miniature.ts';
import { literal, openDatabase } from '../write/duckdb.ts';
import { hashFile } from '../write/parquet.ts';
import { check, describeFaults } from './check.ts';

let root: string;
let sound: string;
let copies = 0;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-check-test-'));
  sound = path.join(root, 'sound');
  writeMiniature(path.join(root, 'input'));
  await buildMiniature(path.join(root, 'input'), sound);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

type Edit = (dir: string, manifest: Manifest) => Promise<void> | void;

/** Breaks a copy of the corpus, checks it, and gives back which rules it breaks, in which tables. */
async function broken(edit: Edit): Promise<string[]> {
  const dir = path.join(root, `broken${copies++}`);
  cpSync(sound, dir, { recursive: true });
  const file = path.join(dir, 'corpus.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  await edit(dir, manifest);
  writeFileSync(file, JSON.stringify(manifest));
  const { faults } = await check(dir);
  for (const { message, table, file: at, id } of faults) {
    expect(message.length).toBeGreaterThan(10);
    expect([table, at, id].some((part) => part !== null)).toBe(true);
  }
  return [...new Set(faults.map(({ rule, table }) => (table === null ? rule : `${rule} ${table}`)))];
}

/** Writes a table's only shard anew from a statement over `t`; hash, bytes and rows in corpus.json are made to fit. */
function rewrite(table: TableName, select: string): Edit {
  return async (dir, manifest) => {
    const [shard] = manifest.tables[table]!.shards;
    const file = path.join(dir, shard!.path);
    const db = await openDatabase({ scratch: root, memoryMb: 200 });
    await db.run(`CREATE TABLE t AS SELECT * FROM read_parquet(${literal(file)})`);
    await db.run(`COPY (${select}) TO ${literal(file)} (FORMAT parquet)`);
    const [count] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM read_parquet(${literal(file)})`);
    db.close();
    const facts = { sha256: await hashFile(file), bytes: statSync(file).size, rows: count!.n };
    Object.assign(shard!, facts);
    Object.assign(manifest.tables[table]!, { bytes: facts.bytes, rows: facts.rows });
  };
}

describe('files', () => {
  it('finds none in a sound corpus', async () => {
    expect(await broken(() => {})).toEqual([]);
  });

  it.each<[string, Edit, string[]]>([
    [
      'a missing shard',
      (dir, { tables }) => rmSync(path.join(dir, tables.definitions!.shards[0]!.path)),
      ['shard-missing definitions'],
    ],
    [
      'a changed byte',
      (dir, { tables }) => {
        const file = path.join(dir, tables.definitions!.shards[0]!.path);
        const bytes = readFileSync(file);
        bytes[10]! ^= 1;
        writeFileSync(file, bytes);
      },
      ['sha256 definitions'],
    ],
    [
      'a shard that was cut short',
      (dir, { tables }) => {
        const file = path.join(dir, tables.definitions!.shards[0]!.path);
        writeFileSync(file, readFileSync(file).subarray(0, 100));
      },
      ['shard-bytes definitions', 'sha256 definitions', 'shard-unreadable definitions'],
    ],
    [
      'a path out of the corpus',
      (_, { tables }) => void (tables.rejects!.shards[0]!.path = '../rejects.parquet'),
      ['shard-path rejects'],
    ],
    ['a table that is not listed', (_, { tables }) => void delete tables.calls, ['table-missing calls']],
    [
      'a wrong number of rows',
      (_, { tables }) => void (tables.definitions!.shards[0]!.rows += 1),
      ['shard-rows definitions', 'table-rows definitions'],
    ],
    ['a wrong range of ids', (_, { tables }) => void (tables.apis!.shards[0]!.last_id = 'zzz'), ['shard-range apis']],
    [
      'shards that overlap',
      (_, { tables }) => {
        const { shards } = tables.definitions!;
        shards.push(shards[0]!);
        Object.assign(tables.definitions!, { rows: shards[0]!.rows * 2, bytes: shards[0]!.bytes * 2 });
      },
      ['shard-order definitions', 'unique definitions'],
    ],
  ])('finds %s', async (_, edit, faults) => {
    const found = await broken(edit);
    for (const fault of faults) expect(found).toContain(fault);
  });
});

describe('columns and order', () => {
  it.each<[string, Edit, string]>([
    [
      'a column of another type',
      rewrite('definitions', 'SELECT * REPLACE (length(name) AS name) FROM t'),
      'schema definitions',
    ],
    ['a column too many', rewrite('definitions', 'SELECT *, 1 AS more FROM t'), 'schema definitions'],
    ['a missing column', rewrite('definitions', 'SELECT * EXCLUDE (source) FROM t'), 'schema definitions'],
    ['rows out of order', rewrite('steps', 'SELECT * FROM t ORDER BY trajectory_id, step DESC'), 'order steps'],
    ['nulls where there may be none', rewrite('apis', 'SELECT * REPLACE (NULL::VARCHAR AS tool) FROM t'), 'null apis'],
    ['a list that is null', rewrite('calls', 'SELECT * REPLACE (NULL::VARCHAR[] AS problems) FROM t'), 'null calls'],
  ])('finds %s', async (_, edit, fault) => {
    expect(await broken(edit)).toContain(fault);
  });
});

describe('records', () => {
  const first = 'row_number() OVER () = 1';
  it.each<[string, Edit, string]>([
    [
      'an id twice',
      rewrite('apis', 'SELECT * FROM t UNION ALL (SELECT * FROM t ORDER BY api_id DESC LIMIT 1)'),
      'unique apis',
    ],
    ['an API without documentation', rewrite('api_docs', 'SELECT * FROM t ORDER BY api_id LIMIT 3'), 'reference apis'],
    ['documentation without an API', rewrite('apis', 'SELECT * FROM t ORDER BY api_id LIMIT 3'), 'reference api_docs'],
    ['wrong row numbers', rewrite('apis', 'SELECT * REPLACE (api_no + 1 AS api_no) FROM t'), 'numbering apis'],
    ['an unknown kind', rewrite('apis', "SELECT * REPLACE ('letter' AS kind) FROM t"), 'value apis'],
    ['calls that are not counted', rewrite('apis', 'SELECT * REPLACE (0 AS n_calls) FROM t'), 'count apis'],
    [
      'a call to an API that is not there',
      rewrite('calls', "SELECT * REPLACE ('no/such/api' AS api_id) FROM t"),
      'reference calls',
    ],
    [
      'a call that its step does not make',
      rewrite('calls', "SELECT * REPLACE ('other' AS tool_name) FROM t"),
      'calls-of-steps calls',
    ],
    [
      'an observation that is none',
      rewrite('calls', 'SELECT * REPLACE (0 AS observation_step) FROM t'),
      'observation calls',
    ],
    ['an unknown problem', rewrite('calls', "SELECT * REPLACE (['odd'] AS problems) FROM t"), 'problem-code calls'],
    ['a missing step', rewrite('steps', 'SELECT * FROM t WHERE step <> 1'), 'steps-contiguous steps'],
    [
      'a trajectory without steps',
      rewrite('steps', `SELECT * FROM t WHERE trajectory_id <> (SELECT min(trajectory_id) FROM t)`),
      'reference trajectories',
    ],
    ['steps without a trajectory', rewrite('trajectories', `SELECT * FROM t QUALIFY NOT ${first}`), 'reference steps'],
    ['wrong tokens', rewrite('trajectories', 'SELECT * REPLACE (tokens + 1 AS tokens) FROM t'), 'count trajectories'],
    [
      'a posting of no term',
      rewrite('api_postings', 'SELECT * REPLACE (term_no + 100000 AS term_no) FROM t'),
      'reference api_postings',
    ],
    [
      'terms with wrong counts',
      rewrite('api_terms', 'SELECT * REPLACE (n_apis + 1 AS n_apis) FROM t'),
      'count api_terms',
    ],
    [
      'a histogram that lost a bin',
      rewrite('token_stats', "SELECT * FROM t WHERE statistic <> 'histogram'"),
      'token-stats token_stats',
    ],
    [
      'a histogram of parts that lost a bin',
      rewrite('token_stats', "SELECT * FROM t WHERE dimension <> 'domain' OR statistic <> 'histogram'"),
      'token-stats-parts token_stats',
    ],
    [
      'a bin without its weight',
      rewrite('token_stats', 'SELECT * REPLACE (NULL::DOUBLE AS tokens) FROM t'),
      'token-stats-weights token_stats',
    ],
    [
      'an unknown measure',
      rewrite('token_stats', "SELECT * REPLACE ('luck' AS measure) FROM t WHERE measure = 'params'"),
      'value token_stats',
    ],
    [
      'a duplicate that is not listed',
      rewrite('duplicates', 'SELECT * FROM t WHERE false'),
      'duplicates-exact duplicates',
    ],
    [
      'a record that is not measured',
      rewrite('record_measures', 'SELECT * FROM t WHERE record_no > 0'),
      'record-measures record_measures',
    ],
    [
      'steps that are not the trajectory',
      rewrite('record_measures', 'SELECT * REPLACE (list_append(step_tokens, 1) AS step_tokens) FROM t'),
      'record-measures record_measures',
    ],
    [
      'a duplicate of nothing',
      rewrite('duplicates', "SELECT * REPLACE ('nobody' AS duplicate_of) FROM t"),
      'reference duplicates',
    ],
    [
      'a duplicate of itself',
      rewrite('duplicates', 'SELECT * REPLACE (record_id AS duplicate_of) FROM t'),
      'value duplicates',
    ],
    ['an unknown severity', rewrite('rejects', "SELECT * REPLACE ('mild' AS severity) FROM t"), 'value rejects'],
  ])('finds %s', async (_, edit, fault) => {
    expect(await broken(edit)).toContain(fault);
  });
});

describe('accounts', () => {
  it.each<[string, Edit, string]>([
    ['records that were lost', (_, { sources }) => void (sources[0]!.records_in += 1), 'records-accounted'],
    ['a reject that is not there', rewrite('rejects', "SELECT * FROM t WHERE severity = 'warning'"), 'source-counts'],
    ['a source that is not listed', (_, manifest) => void manifest.sources.pop(), 'source'],
    ['wrong totals', (_, { totals }) => void (totals.tokens += 1), 'totals'],
  ])('finds %s', async (_, edit, fault) => {
    expect(await broken(edit)).toContain(fault);
  });
});

describe('messages', () => {
  it('name the file, the record and how many more there are', async () => {
    const dir = path.join(root, 'told');
    cpSync(sound, dir, { recursive: true });
    const manifest = JSON.parse(readFileSync(path.join(dir, 'corpus.json'), 'utf8')) as Manifest;
    await rewrite('apis', "SELECT * REPLACE ('letter' AS kind) FROM t")(dir, manifest);
    writeFileSync(path.join(dir, 'corpus.json'), JSON.stringify(manifest));
    const text = describeFaults(await check(dir));
    expect(text).toContain('value: apis, alpha.test/shop/getItem0: kind is none of http');
    expect(text).toMatch(/So do \d+ more/);
    expect(text).toMatch(/5 faults/);
  });

  it('tell a folder that is no corpus from one that is newer', async () => {
    const dir = path.join(root, 'newer');
    cpSync(sound, dir, { recursive: true });
    writeFileSync(path.join(dir, 'corpus.json'), '{"format":"forge-corpus","version":2}');
    await expect(check(dir)).rejects.toThrow('version 2');
    writeFileSync(path.join(dir, 'corpus.json'), '{"format":"forge-corpus","version":1}');
    await expect(check(dir)).rejects.toThrow('not the description of a corpus');
    writeFileSync(path.join(dir, 'corpus.json'), '{');
    await expect(check(dir)).rejects.toThrow('not valid JSON');
  });
});
