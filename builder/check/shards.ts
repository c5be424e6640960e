/** Checks each shard on its own: file, hash, columns, rows, order, range of ids. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { duckdbType, tables, type Column, type TableName } from '../../lib/corpus/index.ts';
import type { Manifest, Shard } from '../../lib/corpus/manifest.ts';
import { compareIds } from '../../lib/corpus/shard-ranges.ts';
import { messageOf } from '../faults.ts';
import { ident, literal, type Database } from '../write/duckdb.ts';
import { hashFile } from '../write/parquet.ts';
import { fault, type Fault } from './fault.ts';

interface ShardCheck {
  readonly db: Database;
  readonly dir: string;
  readonly table: TableName;
  readonly shard: Shard;
}

/**
 * @param db an empty database
 * @param dir folder of the corpus
 * @param table to check
 * @param entry what corpus.json says of the table
 * @returns faults; none means that the table's files are what corpus.json says
 */
export async function checkShards(
  db: Database,
  dir: string,
  table: TableName,
  entry: NonNullable<Manifest['tables'][TableName]>,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const shard of entry.shards) faults.push(...(await checkShard({ db, dir, table, shard })));
  const sum = (of: 'rows' | 'bytes'): number => entry.shards.reduce((total, shard) => total + shard[of], 0);
  for (const of of ['rows', 'bytes'] as const) {
    if (sum(of) === entry[of]) continue;
    const message = `corpus.json gives ${entry[of]} ${of} for the table, its shards add up to ${sum(of)}.`;
    faults.push(fault(`table-${of}`, message, { table, file: 'corpus.json' }));
  }
  return [...faults, ...overlaps(table, entry.shards)];
}

function overlaps(table: TableName, shards: readonly Shard[]): Fault[] {
  const filled = shards.filter(({ rows }) => rows > 0);
  return filled.flatMap((shard, i) => {
    const before = filled[i - 1];
    if (before === undefined || compareIds(before.last_id, shard.first_id) < 0) return [];
    const message = `Its ids begin with ${shard.first_id}, not after the last one of ${before.path} (${before.last_id}).`;
    return [fault('shard-order', message, { table, file: shard.path, id: shard.first_id })];
  });
}

async function checkShard(check: ShardCheck): Promise<Fault[]> {
  const { dir, table, shard } = check;
  const at = { table, file: shard.path };
  if (path.isAbsolute(shard.path) || shard.path.split(/[\\/]/).includes('..')) {
    return [fault('shard-path', 'The path leads out of the corpus.', at)];
  }
  const file = path.join(dir, shard.path);
  if (!existsSync(file)) return [fault('shard-missing', 'The file does not exist.', at)];
  const faults: Fault[] = [];
  const { size } = statSync(file);
  if (size !== shard.bytes)
    faults.push(fault('shard-bytes', `The file has ${size} bytes, corpus.json gives ${shard.bytes}.`, at));
  const sha256 = await hashFile(file);
  if (sha256 !== shard.sha256)
    faults.push(fault('sha256', `The hash is ${sha256}, corpus.json gives ${shard.sha256}.`, at));
  try {
    faults.push(...(await checkContent(check, literal(file))));
  } catch (error) {
    faults.push(fault('shard-unreadable', `The file cannot be read as Parquet: ${messageOf(error)}`, at));
  }
  return faults;
}

async function checkContent(check: ShardCheck, file: string): Promise<Fault[]> {
  const schema = await checkSchema(check, file);
  if (schema.length > 0) return schema;
  return [...(await checkRows(check, file)), ...(await checkNulls(check, file)), ...(await checkOrder(check, file))];
}

async function checkSchema({ db, table, shard }: ShardCheck, file: string): Promise<Fault[]> {
  const found = await db.rows<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * FROM read_parquet(${file})`,
  );
  const have = found.map(({ column_name, column_type }) => `${column_name} ${column_type.replaceAll('"', '')}`);
  const want = Object.entries(tables[table].columns).map(
    ([name, column]) => `${name} ${duckdbType(column).replaceAll('"', '')}`,
  );
  const at = { table, file: shard.path };
  const missing = want
    .filter((column) => !have.includes(column))
    .map((column) => fault('schema', `The column ${column} is missing.`, at));
  const extra = have
    .filter((column) => !want.includes(column))
    .map((column) => fault('schema', `The column ${column} is not declared.`, at));
  if (missing.length + extra.length > 0 || have.join() === want.join()) return [...missing, ...extra];
  return [fault('schema', `The columns are not in the declared order: ${have.join(', ')}.`, at)];
}

async function checkRows({ db, table, shard }: ShardCheck, file: string): Promise<Fault[]> {
  const id = ident(tables[table].sort[0]);
  const [have] = await db.rows<{ rows: number; first: string | null; last: string | null }>(
    `SELECT count(*) AS rows, min(${id})::VARCHAR AS first, max(${id})::VARCHAR AS last FROM read_parquet(${file})`,
  );
  const at = { table, file: shard.path };
  const faults: Fault[] = [];
  if (have!.rows !== shard.rows)
    faults.push(fault('shard-rows', `The file has ${have!.rows} rows, corpus.json gives ${shard.rows}.`, at));
  if ((have!.first ?? '') !== shard.first_id || (have!.last ?? '') !== shard.last_id) {
    const message = `The ids go from ${have!.first} to ${have!.last}, corpus.json gives ${shard.first_id} to ${shard.last_id}.`;
    faults.push(fault('shard-range', message, at));
  }
  return faults;
}

async function checkNulls(check: ShardCheck, file: string): Promise<Fault[]> {
  const { db, table, shard } = check;
  const columns: Readonly<Record<string, Column>> = tables[table].columns;
  const needed = Object.entries(columns).filter(([, column]) => column.nullable !== true);
  const lists = needed.filter(([, { type }]) => type.endsWith('[]')).map(([name]) => name);
  const scalars = needed.filter(([, { type }]) => !type.endsWith('[]')).map(([name]) => name);
  // The footer knows the nulls of scalars: the heavy columns need not be read for it.
  const counted = await db.rows<{ name: string; nulls: number }>(
    `SELECT path_in_schema AS name, sum(stats_null_count) AS nulls FROM parquet_metadata(${file}) GROUP BY path_in_schema`,
  );
  const nulls = new Map(counted.filter(({ name }) => scalars.includes(name)).map(({ name, nulls: n }) => [name, n]));
  for (const name of lists) {
    const [row] = await db.rows<{ nulls: number }>(
      `SELECT count(*) AS nulls FROM read_parquet(${file}) WHERE ${ident(name)} IS NULL`,
    );
    nulls.set(name, row!.nulls);
  }
  return [...nulls]
    .filter(([, n]) => n > 0)
    .map(([name, n]) =>
      fault('null', `${n} values of ${name} are null, which is not declared.`, { table, file: shard.path }),
    );
}

async function checkOrder({ db, table, shard }: ShardCheck, file: string): Promise<Fault[]> {
  const { sort } = tables[table];
  const columns: Readonly<Record<string, Column>> = tables[table].columns;
  // Nulls come first: whether there is a value is compared before the value.
  const parts = sort.flatMap((name, i) => [
    ...(columns[name]!.nullable === true ? [`n${i} := ${ident(name)} IS NOT NULL`] : []),
    `v${i} := ${ident(name)}`,
  ]);
  const rows = await db.rows<{ id: string }>(
    `SELECT id FROM (
       SELECT ${ident(sort[0])}::VARCHAR AS id, struct_pack(${parts.join(', ')}) AS sort_key,
         lag(sort_key) OVER (ORDER BY file_row_number) AS before
       FROM read_parquet(${file}, file_row_number = true)
     ) WHERE sort_key < before LIMIT 1`,
  );
  return rows.map(({ id }) =>
    fault('order', `Rows are not sorted by ${sort.join(', ')}.`, { table, file: shard.path, id }),
  );
}
