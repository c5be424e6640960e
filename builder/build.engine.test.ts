import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables, type TableName } from '../lib/corpus/index.ts';
import type { Manifest } from '../lib/corpus/manifest.ts';
import { check } from './commands/check.ts';
import { buildMiniature, contents, writeMiniature } from './testing/miniature.ts';
import { literal, openDatabase } from './write/duckdb.ts';

/** A test that builds several corpora may take longer on a busy machine. */
const SEVERAL_BUILDS_MS = 240_000;

let root: string;
let input: string;
let out: string;
let manifest: Manifest;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-build-'));
  input = path.join(root, 'input');
  out = path.join(root, 'corpus');
  writeMiniature(input);
  manifest = await buildMiniature(input, out, { workers: 2 });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function rows(table: TableName, select: string): Promise<Record<string, unknown>[]> {
  const db = await openDatabase({ scratch: root, memoryMb: 200 });
  try {
    const files = manifest.tables[table]!.shards.map((shard) => literal(path.join(out, shard.path)));
    return await db.rows(`SELECT ${select.replace(' FROM t', ` FROM read_parquet([${files.join(', ')}]) AS t`)}`);
  } finally {
    db.close();
  }
}

describe('a build', () => {
  it('is whole: forge check finds no fault', async () => {
    expect((await check(out)).faults).toEqual([]);
  });

  it('has every table, also those without rows', () => {
    expect(Object.keys(manifest.tables).toSorted()).toEqual(Object.keys(tables).toSorted());
    expect(manifest.tables.documents).toMatchObject({ rows: 0, shards: [{ rows: 0 }] });
  });

  it('accounts for each record: in = stored + rejected', () => {
    const [source, examples] = manifest.sources;
    // Operations: 3 + 7 + 2 + 1 + 1 + 1; rejected: the broken file, and the one that is something else.
    expect(source).toMatchObject({ source: 'input', records_in: 17, records_stored: 15, records_rejected: 2 });
    expect(examples).toMatchObject({ source: 'input-examples', constructed: true, records_rejected: 0 });
    expect(examples!.records_in).toBeGreaterThanOrEqual(14);
  });

  it('puts what it could not store on record, with file, position and reason', async () => {
    const rejects = await rows(
      'rejects',
      "file, position, reason, raw IS NOT NULL AS raw FROM t WHERE severity = 'rejected' ORDER BY file",
    );
    expect(rejects).toEqual([
      { file: 'e/broken.json', position: expect.stringMatching(/1:5\d/), reason: 'invalid-json', raw: true },
      { file: 'f/other.json', position: '', reason: 'unknown-format', raw: true },
    ]);
  });

  it('keeps records of different files with one id apart, in order of input', async () => {
    const twins = await rows(
      'api_docs',
      "api_id, source_file FROM t WHERE api_id LIKE 'alpha.test/shop/getItem0%' ORDER BY api_id",
    );
    expect(twins).toEqual([
      { api_id: 'alpha.test/shop/getItem0', source_file: 'a/shop.json' },
      { api_id: 'alpha.test/shop/getItem0~2', source_file: 'c/again.json' },
    ]);
    const warnings = await rows('rejects', "count(*) AS n FROM t WHERE reason = 'id-taken'");
    expect(warnings[0]!['n']).toBeGreaterThanOrEqual(2);
  });

  it('keeps one of equal schemas without a word', async () => {
    expect(await rows('definitions', "count(*) AS n FROM t WHERE definition_id = 'alpha.test/shop#Item'")).toEqual([
      { n: 1 },
    ]);
    expect(await rows('rejects', "count(*) AS n FROM t WHERE reason = 'duplicate-definition'")).toEqual([{ n: 0 }]);
  });

  it('stores malformed text readably, tells so, and keeps a NUL', async () => {
    const [doc] = await rows('api_docs', "description FROM t WHERE api_id LIKE 'odd.test/%'");
    expect(doc!['description']).toContain('Odd \ufffd text \u0000 here');
    expect(
      await rows('rejects', "file, severity FROM t WHERE reason = 'malformed-unicode' AND source = 'input'"),
    ).toEqual([{ file: 'g/odd.json', severity: 'warning' }]);
  });

  it('counts the calls of each API, and what they hold', async () => {
    expect(await rows('apis', "n_calls > 0 AS called FROM t WHERE api_id = 'beta.test/shop/getItem6'")).toEqual([
      { called: true },
    ]);
    expect(
      await rows(
        'calls',
        "argument_names, arguments_status, problems FROM t WHERE api_id = 'beta.test/shop/getItem6' LIMIT 1",
      ),
    ).toEqual([{ argument_names: ['id'], arguments_status: 'ok', problems: [] }]);
    expect(manifest.totals.apis_called).toBeGreaterThan(0);
  });

  it('finds APIs by the terms of the index', async () => {
    const [term] = await rows('api_terms', "term_no, n_apis FROM t WHERE term = 'tides'");
    const postings = await rows('api_postings', `api_no FROM t WHERE term_no = ${Number(term!['term_no'])}`);
    expect(postings).toHaveLength(Number(term!['n_apis']));
    expect(await rows('apis', `api_id FROM t WHERE api_no = ${Number(postings[0]!['api_no'])}`)).toEqual([
      { api_id: 'sea.test/api/tides' },
    ]);
  });

  it('gives exact sums and quantiles of tokens', async () => {
    const [exact] = await rows('apis', 'sum(doc_tokens) AS total, quantile_cont(doc_tokens, 0.5) AS median FROM t');
    const stats = await rows(
      'token_stats',
      "statistic, value FROM t WHERE source = 'input' AND dimension = '' AND measure = 'tokens' AND (statistic = 'sum' OR lower = 0.5) ORDER BY statistic",
    );
    expect(stats).toEqual([
      { statistic: 'quantile', value: exact!['median'] },
      { statistic: 'sum', value: exact!['total'] },
    ]);
  });

  it('has the hash of each shard in its name, and nothing else in the folder', () => {
    const shards = Object.values(manifest.tables).flatMap((table) => table.shards);
    for (const { path: name, sha256 } of shards) expect(name).toContain(`.${sha256.slice(0, 12)}.parquet`);
    expect(readdirSync(out).toSorted()).toEqual(['corpus.json', ...shards.map((shard) => shard.path)].toSorted());
    expect(readdirSync(root).toSorted()).toEqual(['corpus', 'input']);
  });
});

describe('the same input', () => {
  it(
    'gives the same bytes on any number of threads',
    async () => {
      for (const workers of [1, 3]) {
        const again = path.join(root, `again${workers}`);
        await buildMiniature(input, again, { workers });
        expect(contents(again)).toEqual(contents(out));
      }
    },
    SEVERAL_BUILDS_MS,
  );

  it('gives the same bytes whenever its files were written', async () => {
    utimesSync(path.join(input, 'a/shop.json'), new Date(0), new Date(0));
    const again = path.join(root, 'later');
    await buildMiniature(input, again);
    expect(contents(again)).toEqual(contents(out));
  });
});

describe('an older corpus', () => {
  it(
    'is replaced when the new one is whole',
    async () => {
      const target = path.join(root, 'replaced');
      await buildMiniature(input, target);
      writeFileSync(path.join(target, 'left-over.txt'), '');
      await buildMiniature(input, target);
      expect(contents(target)).toEqual(contents(out));
      expect(existsSync(`${target}.building`)).toBe(false);
    },
    SEVERAL_BUILDS_MS,
  );

  it('is never written over if it is something else', async () => {
    await expect(buildMiniature(input, input)).rejects.toThrow('is not a corpus');
    expect(existsSync(path.join(input, 'a/shop.json'))).toBe(true);
  });

  it('is not written by two builds at once', async () => {
    const target = path.join(root, 'twice');
    mkdirSync(`${target}.building`);
    writeFileSync(path.join(`${target}.building`, 'lock'), '1');
    await expect(buildMiniature(input, target)).rejects.toThrow('Another command (process 1)');
  });
});
