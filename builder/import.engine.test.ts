import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../lib/corpus/manifest.ts';
import { buildCorpus } from './build.ts';
import { withPool } from './unit/pool.ts';
import { check } from './commands/check.ts';
import { makePlan } from './plan.ts';
import { silent } from './progress.ts';
import { formatCounts, importedSources, type ImportOptions } from './sources/imported.ts';
import { contents, shopDocument } from './testing/miniature.ts';
import { literal, openDatabase } from './write/duckdb.ts';

/** A test that builds several corpora may take longer on a busy machine. */
const SEVERAL_BUILDS_MS = 240_000;

const KEY = `sk-${'q7Rk2mXv9Zt4Lp8sWd3Yc6Nf1Hb5Gj0aEuTi7Qo2Kx9Vb3Wn'.slice(0, 48)}`;

/** One conversation with a call and its observation. */
function chat(no: number, more = ''): string {
  const call = { id: `c${no}`, type: 'function', function: { name: 'tide', arguments: `{"port": "harbour ${no}"}` } };
  return JSON.stringify({
    messages: [
      { role: 'user', content: `High water at harbour ${no}?${more}` },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: `c${no}`, content: `${no} o'clock` },
    ],
  });
}

const lines = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => chat(from + i));

/** 60 lines of which one is blank and one broken, with a mark and both kinds of line ends. */
const LONG = `\ufeff${[...lines(0, 20), '', '{"messages": [', ...lines(20, 58)].join('\r\n')}\n`;

let root: string;
let input: string;
let out: string;
let manifest: Manifest;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'forge-import-'));
  input = path.join(root, 'mixed');
  out = path.join(root, 'corpus');
  await writeInput();
  manifest = await importTo(out, [input]);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function writeInput(): Promise<void> {
  const files: Record<string, string | Uint8Array> = {
    'long.jsonl': LONG,
    'list.json': `[\n${lines(100, 103).join(',\n')}\n]`,
    'packed.jsonl.gz': gzipSync(encode(lines(200, 204).join('\n'))),
    'archive.zip': zipSync({ 'inner/a.jsonl': encode(chat(300)), 'inner/notes.txt': encode('no record') }),
    'secret.jsonl': chat(400, ` My key is ${KEY}.`),
    'shop.json': shopDocument('shop.test'),
    'broken.json': '{"openapi": "3.0.0" "paths": {}}',
    'empty.jsonl': '',
    'numbers.csv': 'a,b\n1,2\n',
    'picture.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
    'torn.zip': zipSync({ 'a.json': encode('{}') }).subarray(0, 40),
    'README.md': '# not read',
    '_SOURCE.json': '{}',
    '.hidden.json': '{}',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(input, name)), { recursive: true });
    writeFileSync(path.join(input, name), content);
  }
  await writeParquet(path.join(input, 'rows.parquet'));
}

async function writeParquet(file: string): Promise<void> {
  const db = await openDatabase({ scratch: root, memoryMb: 200 });
  try {
    await db.run(`COPY (SELECT i AS id, 9007199254740993 + i AS big, DATE '2024-02-29' AS day, [
        {'role': 'user', 'content': 'High water at quay ' || i}, {'role': 'assistant', 'content': 'At noon'}] AS messages
      FROM range(5) t(i)) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    db.close();
  }
}

async function importTo(
  target: string,
  paths: readonly string[],
  options: Partial<ImportOptions> & { workers?: number } = {},
): Promise<Manifest> {
  const { workers = 2, ...rest } = options;
  const { plans, examples } = await importedSources(paths, { licence: 'MIT', ...rest });
  const corpus = { name: 'mixed', title: 'Mixed', description: '', licence: 'MIT', created: null };
  const plan = makePlan(plans, examples, 'code', rest.unitBytes);
  return withPool(workers, (pool) => buildCorpus(plan, { out: target, corpus, progress: silent, pool }));
}

async function ask(dir: string, of: Manifest, sql: string): Promise<Record<string, unknown>[]> {
  const db = await openDatabase({ scratch: root, memoryMb: 200 });
  try {
    for (const [name, { shards }] of Object.entries(of.tables)) {
      const files = shards.map((shard) => literal(path.join(dir, shard.path)));
      await db.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet([${files.join(', ')}])`);
    }
    return await db.rows(sql);
  } finally {
    db.close();
  }
}

describe('an import of mixed files', () => {
  it('is whole: forge check finds no fault', async () => {
    expect((await check(out)).faults).toEqual([]);
  });

  it('finds the format of each file, also within archives', async () => {
    const { plans, skipped } = await importedSources([input], { licence: 'MIT' });
    expect(formatCounts(plans[0]!.files)).toEqual([
      { format: 'openai-chat', files: 6 },
      { format: null, files: 5 },
      { format: 'openapi', files: 2 },
    ]);
    expect(skipped).toBe(3);
  });

  it('accounts for each record: in = stored + rejected', () => {
    const [source] = manifest.sources;
    // 58 lines, 3 elements, 4 packed lines, 1 entry, 1 with a key, 5 rows, 3 operations; declared tools are none.
    expect(source).toMatchObject({ source: 'mixed', records_stored: 75 });
    expect(source!.records_in).toBe(source!.records_stored + source!.records_rejected);
  });

  it('puts what it could not read on record, each once', async () => {
    const sql = `SELECT file, position, reason FROM rejects WHERE severity = 'rejected' ORDER BY file`;
    expect(await ask(out, manifest, sql)).toEqual([
      { file: 'archive.zip/inner/notes.txt', position: '', reason: 'unknown-format' },
      { file: 'broken.json', position: expect.stringMatching(/^1:\d+$/), reason: 'invalid-json' },
      { file: 'long.jsonl', position: 'line 22', reason: 'invalid-json' },
      { file: 'numbers.csv', position: '', reason: 'unknown-format' },
      { file: 'picture.png', position: '', reason: 'unknown-format' },
      { file: 'torn.zip', position: '', reason: 'unreadable-archive' },
    ]);
  });

  it('tells of an empty file, a mark and a credential, without the credential', async () => {
    const sql = `SELECT file, position, reason, message FROM rejects WHERE severity = 'warning'
      AND reason IN ('empty-file', 'byte-order-mark', 'secret-found') ORDER BY file`;
    const warnings = await ask(out, manifest, sql);
    expect(warnings).toMatchObject([
      { file: 'empty.jsonl', reason: 'empty-file' },
      { file: 'long.jsonl', reason: 'byte-order-mark' },
      { file: 'secret.jsonl', reason: 'secret-found', message: expect.stringContaining('openai-key') },
    ]);
    expect(JSON.stringify(warnings)).not.toContain(KEY.slice(3));
  });

  it('keeps records byte for byte, with their place', async () => {
    const sql = `SELECT source_pointer, raw FROM trajectory_records WHERE source_file = 'long.jsonl' AND raw LIKE '%harbour 57?%'`;
    expect(await ask(out, manifest, sql)).toEqual([{ source_pointer: 'line 60', raw: chat(57) }]);
    const rows = `SELECT raw FROM trajectory_records WHERE source_file = 'rows.parquet' AND source_pointer = 'row 5'`;
    const [row] = await ask(out, manifest, rows);
    expect(JSON.parse(String(row!['raw']))).toMatchObject({
      id: 4,
      big: '9007199254740997',
      day: expect.stringMatching(/^2024-02-29/),
    });
  });
});

describe('the same files', () => {
  it(
    'give the same bytes on one thread or two, cut into parts or not',
    async () => {
      for (const options of [{ workers: 1 }, { unitBytes: 700 }]) {
        const again = path.join(root, 'again');
        await importTo(again, [input], options);
        expect(contents(again)).toEqual(contents(out));
      }
    },
    SEVERAL_BUILDS_MS,
  );

  it('are cut at the ends of lines', async () => {
    const { plans } = await importedSources([input], { licence: 'MIT', unitBytes: 700 });
    const parts = plans[0]!.files.filter((file) => file.path === 'long.jsonl').map(({ format }) => format!.part!);
    expect(parts.length).toBeGreaterThan(10);
    expect(parts[0]).toMatchObject({ from: 0, line: 1 });
    expect(parts.at(-1)!.to).toBe(Buffer.byteLength(LONG));
    for (const [i, { from, line }] of parts.entries()) {
      if (i === 0) continue;
      const before = Buffer.from(LONG).subarray(0, from);
      expect(parts[i - 1]!.to).toBe(from);
      expect(before.at(-1)).toBe(0x0a);
      expect(line).toBe(before.toString().split('\n').length);
    }
  });
});

async function names(paths: readonly string[], source: string | null): Promise<unknown[]> {
  const { plans } = await importedSources(paths, { licence: 'MIT', source });
  return plans.map(({ info, files }) => [info.source, files.map((file) => file.path)]);
}

describe('options', () => {
  it('mask credentials in everything that is stored', async () => {
    const target = path.join(root, 'masked');
    const masked = await importTo(target, [path.join(input, 'secret.jsonl')], { maskSecrets: true });
    const [found] = await ask(
      target,
      masked,
      `SELECT r.raw, s.content, s.tokens FROM trajectory_records r JOIN steps s USING (trajectory_id) WHERE s.role = 'user'`,
    );
    expect(found!['raw']).toBe(chat(400, ` My key is ${KEY}.`).replace(KEY, KEY.replaceAll(/[A-Za-z0-9]/g, 'X')));
    expect(found!['content']).not.toContain(KEY.slice(3));
    const [told] = await ask(
      target,
      masked,
      `SELECT count(*)::INTEGER AS n FROM rejects WHERE reason = 'secret-found'`,
    );
    expect(told).toEqual({ n: 1 });
  });

  it('make a source of each path, or one of all; patterns are expanded', async () => {
    const list = path.join(input, 'list.json');
    const pattern = path.join(input, '*.json?');
    expect(await names([list, pattern], null)).toEqual([
      ['list', ['list.json']],
      ['mixed', ['empty.jsonl', 'long.jsonl', 'secret.jsonl']],
    ]);
    expect(await names([list, pattern], 'all')).toEqual([
      ['all', ['empty.jsonl', 'list.json', 'long.jsonl', 'secret.jsonl']],
    ]);
    await expect(names([path.join(input, '**/*.none')], null)).rejects.toThrow('matches no file');
  });

  it('read all files as the format that is named', async () => {
    const { plans } = await importedSources([path.join(input, 'numbers.csv')], { licence: 'MIT', format: 'generic' });
    expect(plans[0]!.files[0]!.format).toMatchObject({ adapter: 'generic', container: 'csv' });
  });
});
