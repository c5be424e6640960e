/** A corpus of a million trajectories: each real one of another corpus many times over, in the tables that a list reads. */
import { existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { hashFile } from '../builder/write/parquet.ts';
import { tables, type TableName } from '../lib/corpus/index.ts';
import type { Manifest, Shard } from '../lib/corpus/manifest.ts';
import { manifestOf, shardFiles } from './corpus.ts';

/** Comes before every character of an id, so that copies stand behind their original and numbers follow from its own. */
const SUFFIX = "'!' || lpad(copy::VARCHAR, 4, '0')";

/** What of a row is another in each copy, by column. */
const CHANGED: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>> = {
  trajectories: {
    trajectory_no: 'trajectory_no * $copies + copy',
    trajectory_id: `trajectory_id || ${SUFFIX}`,
  },
  calls: { trajectory_id: `trajectory_id || ${SUFFIX}` },
  tool_postings: { trajectory_no: 'trajectory_no * $copies + copy' },
  trajectory_postings: { trajectory_no: 'trajectory_no * $copies + copy' },
};

/** What is counted over all copies, by column. */
const SUMMED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  trajectory_facets: ['n_trajectories', 'tokens'],
  called_tools: ['n_calls', 'n_trajectories', 'n_invalid'],
  trajectory_terms: ['n_trajectories'],
};

/** Taken as they are. */
const KEPT = ['apis', 'api_terms', 'api_postings', 'token_stats'] as const satisfies readonly TableName[];

/**
 * @param from folder of a corpus
 * @param out folder of the new one, which is left alone where it has as many rows already
 * @param rows trajectories wanted at least
 * @returns how often each trajectory is there
 */
export async function replicate(from: string, out: string, rows: number): Promise<number> {
  const manifest = manifestOf(from);
  const copies = Math.ceil(rows / manifest.totals.trajectories);
  const total = copies * manifest.totals.trajectories;
  if (existsSync(join(out, 'corpus.json')) && manifestOf(out).totals.trajectories === total) return copies;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '1GB',
    temp_directory: join(out, 'scratch'),
  });
  const db = await instance.connect();
  const written: Partial<Record<TableName, { rows: number; bytes: number; shards: Shard[] }>> = {};
  for (const table of [...Object.keys(CHANGED), ...Object.keys(SUMMED)] as TableName[])
    written[table] = await writeTable(db, table, shardFiles(from, table), copies, out);
  for (const table of KEPT) {
    const entry = manifest.tables[table]!;
    for (const { path } of entry.shards) linkSync(join(from, path), join(out, path));
    written[table] = entry;
  }
  db.closeSync();
  instance.closeSync();
  const totals = { ...manifest.totals, trajectories: total, calls: written.calls!.rows, steps: 0 };
  const replicated: Manifest = {
    ...manifest,
    name: 'replicated',
    title: `Every trajectory ${copies} times`,
    totals,
    tables: written,
  };
  writeFileSync(join(out, 'corpus.json'), JSON.stringify(replicated));
  return copies;
}

async function writeTable(
  db: DuckDBConnection,
  table: TableName,
  files: readonly string[],
  copies: number,
  out: string,
) {
  const path = `${table}-000.parquet`;
  const file = join(out, path);
  const isCopied = table in CHANGED;
  const columns = Object.entries(tables[table].columns).map(([name, { type }]) => {
    const changed = CHANGED[table]?.[name]?.replace('$copies', String(copies));
    const summed = SUMMED[table]?.includes(name) ? `${name} * ${copies}` : undefined;
    const cast = type === 'int' ? '::INTEGER' : '';
    return `(${changed ?? summed ?? name})${cast} AS ${name}`;
  });
  const copy = isCopied ? `, unnest(range(${copies})) AS copy` : '';
  // Rows stay in the order of the original's, and copies of one beside each other: nothing has to be sorted.
  const select = `SELECT ${columns.join(', ')} FROM (SELECT *${copy} FROM read_parquet([${files.map((name) => `'${name}'`).join(', ')}]))`;
  const version = table.endsWith('_postings') ? 'v2' : 'v1';
  await db.run(
    `COPY (${select}) TO '${file}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880, PARQUET_VERSION ${version})`,
  );
  const id = tables[table].sort[0];
  const found = await db.runAndReadAll(
    `SELECT count(*)::INTEGER AS rows, min(${id})::VARCHAR AS first_id, max(${id})::VARCHAR AS last_id FROM read_parquet('${file}')`,
  );
  const [facts] = found.getRowObjectsJson() as { rows: number; first_id: string; last_id: string }[];
  const bytes = statSync(file).size;
  const shard: Shard = { path, bytes, sha256: await hashFile(file), ...facts! };
  return { rows: shard.rows, bytes, shards: [shard] };
}
