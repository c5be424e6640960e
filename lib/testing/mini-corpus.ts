/** The miniature corpus as a folder of files behind a fetch, written by the engine itself, and an engine that opens it. */
import { createHash } from 'node:crypto';
import {
  duckdbType,
  FORMAT,
  FORMAT_VERSION,
  tables,
  type Column,
  type Field,
  type Query,
  type RowOf,
  type TableName,
} from '../corpus/index.ts';
import type { Manifest, Shard } from '../corpus/manifest.ts';
import { compareIds } from '../corpus/shard-ranges.ts';
import { openCorpus, type Corpus } from '../duckdb/corpus-file.ts';
import { literal, type Database, type OpenDatabase } from '../duckdb/database.ts';
import { CorpusError } from '../duckdb/errors.ts';
import { Engine } from '../duckdb/engine.ts';
import { LIMITS, type Limits } from '../duckdb/limits.ts';
import { openNodeDatabase } from '../duckdb/node.ts';
import { toRows } from '../duckdb/rows.ts';
import { documents, documentTexts, duplicates } from './mini-documents.ts';
import { searchIndex } from './mini-index.ts';
import { recordMeasures } from './mini-measures.ts';
import { blobs, trajectoryRecords } from './mini-records.ts';
import * as rows from './mini-rows.ts';
import { tokenStats } from './mini-stats.ts';
import * as runs from './mini-trajectories.ts';
import { toolIndex, trajectorySearchIndex } from './mini-trajectory-index.ts';

type AnyRow = Readonly<Record<string, unknown>>;

export const MINI_URL = 'https://corpus.example/mini/';

/** Files by path, relative to the folder. A test may change them before it opens the folder. */
export type Files = Map<string, Uint8Array<ArrayBuffer>>;

const contents: Partial<Record<TableName, readonly AnyRow[]>> = {
  apis: rows.apis,
  api_docs: rows.apiDocs,
  definitions: rows.definitions,
  trajectories: runs.trajectories,
  trajectory_facets: runs.trajectory_facets,
  steps: runs.steps,
  trajectory_records: trajectoryRecords,
  blobs,
  calls: runs.calls,
  documents,
  document_texts: documentTexts,
  duplicates,
  record_measures: recordMeasures,
  token_stats: tokenStats,
  ...searchIndex(rows.apis, rows.apiDocs),
  ...toolIndex(runs.trajectories, runs.calls),
  ...trajectorySearchIndex(runs.trajectories, runs.steps),
};

/** Writes the corpus: the heavy tables in two shards each, so that finding the right one is tested. */
export async function writeMiniCorpus(): Promise<Files> {
  const db = await openNodeDatabase();
  const files: Files = new Map();
  const entries: Manifest['tables'] = {};
  for (const [table, all] of Object.entries(contents) as [TableName, readonly AnyRow[]][]) {
    const shards: Shard[] = [];
    for (const [index, part] of splitById(table, all).entries())
      shards.push(await writeShard(db, files, table, index, part));
    entries[table] = { rows: all.length, bytes: shards.reduce((sum, { bytes }) => sum + bytes, 0), shards };
  }
  await db.close();
  files.set('corpus.json', new TextEncoder().encode(JSON.stringify(manifestOf(entries))));
  return files;
}

/** Heavy tables are cut in the middle, never within one id. */
function splitById(table: TableName, all: readonly AnyRow[]): readonly (readonly AnyRow[])[] {
  if (tables[table].weight === 'light') return [all];
  const id = tables[table].sort[0];
  const ids = [...new Set(all.map((row) => String(row[id])))];
  const cut = ids[Math.ceil(ids.length / 2)] ?? '';
  return [
    all.filter((row) => compareIds(String(row[id]), cut) < 0),
    all.filter((row) => compareIds(String(row[id]), cut) >= 0),
  ];
}

async function writeShard(
  db: Database,
  files: Files,
  table: TableName,
  index: number,
  part: readonly AnyRow[],
): Promise<Shard> {
  const path = `${table}-${index}.parquet`;
  await db.run(`CREATE OR REPLACE TABLE shard AS ${selectRows(table, part)}`, []);
  const file = db.scratchFile(path);
  await db.run(`COPY shard TO '${file}' (FORMAT PARQUET, COMPRESSION ZSTD)`, []);
  const bytes = new Uint8Array(await db.readFile(file));
  files.set(path, bytes);
  const id = tables[table].sort[0];
  return {
    path,
    rows: part.length,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    first_id: String(part[0]?.[id]),
    last_id: String(part.at(-1)?.[id]),
  };
}

function selectRows(table: TableName, part: readonly AnyRow[]): string {
  const columns = Object.entries<Column>(tables[table].columns);
  const values = part.map((row) => `(${columns.map(([name, column]) => valueOf(row[name], column)).join(', ')})`);
  const cast = columns.map(([name, column]) => `"${name}"::${duckdbType(column)} AS "${name}"`);
  const names = columns.map(([name]) => `"${name}"`).join(', ');
  return `SELECT ${cast.join(', ')} FROM (VALUES ${values.join(', ')}) t(${names})`;
}

function valueOf(value: unknown, column: Column | Field): string {
  if (Array.isArray(value))
    return `[${value.map((item) => itemOf(item, column)).join(', ')}]::${duckdbType(column as Column)}`;
  return literal(value as string | number | boolean | null);
}

function itemOf(item: unknown, column: Column | Field): string {
  if (!('fields' in column)) return literal(item as string | number);
  const fields = Object.entries(column.fields).map(
    ([name, field]) => `"${name}": ${valueOf((item as AnyRow)[name], field)}`,
  );
  return `{${fields.join(', ')}}`;
}

function manifestOf(entries: Manifest['tables']): Manifest {
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    name: 'mini',
    title: 'Miniature',
    description: 'A corpus for tests.',
    licence: 'MIT',
    created: null,
    builder: 'test',
    tokenizer: 'o200k_base',
    sources: [],
    totals: {
      apis: rows.apis.length,
      providers: 3,
      tools: 4,
      apis_called: 3,
      trajectories: runs.trajectories.length,
      steps: runs.steps.length,
      calls: runs.calls.length,
      documents: documents.length,
      tokens: 0,
      rejected: 0,
      warnings: 0,
      components: {},
      apis_by: {},
    },
    tables: entries,
  };
}

/** How the host behaves. */
export interface HostOptions {
  readonly ranges?: boolean;
  readonly limits?: Partial<Limits>;
  readonly open?: OpenDatabase;
  /** Called with each path that is asked for. */
  readonly onRequest?: (path: string, range: string | null) => void;
}

/** A static host of these files, as a fetch. */
export function hostOf(files: Files, { ranges = true, onRequest = () => {} }: HostOptions = {}): typeof fetch {
  return async (input, init) => {
    const path = String(input).slice(MINI_URL.length);
    const range = new Headers(init?.headers).get('range');
    onRequest(path, range);
    const bytes = files.get(path);
    if (bytes === undefined) return new Response('not found', { status: 404 });
    const wanted = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
    if (!ranges || wanted === null)
      return new Response(bytes, { headers: { 'content-length': String(bytes.byteLength) } });
    const [start, end] = [Number(wanted[1]), Number(wanted[2])];
    return new Response(bytes.slice(start, end + 1), {
      status: 206,
      headers: { 'content-range': `bytes ${start}-${end}/${bytes.byteLength}` },
    });
  };
}

/** Opens the folder in an engine of its own. */
export async function openMini(
  files: Files,
  options: HostOptions = {},
): Promise<{ readonly engine: Engine; readonly corpus: Corpus }> {
  const fetcher = hostOf(files, options);
  return {
    engine: new Engine(options.open ?? openNodeDatabase, fetcher, { ...LIMITS, ...options.limits }),
    corpus: await openCorpus(MINI_URL, fetcher),
  };
}

export type RunMini = <C extends Query['columns']>(query: Query<C>) => Promise<readonly RowOf<C>[]>;

/** Writes and opens the miniature corpus, and runs queries over it. */
export async function runMini(options: HostOptions = {}): Promise<RunMini> {
  const { engine, corpus } = await openMini(await writeMiniCorpus(), options);
  return (query) => engine.run(corpus, query);
}

/** Changes corpus.json before the folder is opened. */
export function editManifest(files: Files, change: (manifest: Manifest) => void): void {
  const manifest = JSON.parse(new TextDecoder().decode(files.get('corpus.json'))) as Manifest;
  change(manifest);
  files.set('corpus.json', new TextEncoder().encode(JSON.stringify(manifest)));
}

/** @returns the error that work ends in; it must be a CorpusError. */
export async function failure(work: Promise<unknown>): Promise<CorpusError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CorpusError) return error;
  throw new Error(`expected a CorpusError, got ${String(error)}`);
}

/** The rows of a Parquet file. */
export async function readParquet<C extends Query['columns']>(bytes: Uint8Array, columns: C): Promise<RowOf<C>[]> {
  const db = await openNodeDatabase();
  await db.registerBuffer('file.parquet', bytes);
  const read = toRows(await db.run("SELECT * FROM 'file.parquet'", []), columns, 'readParquet');
  await db.close();
  return read;
}
