/** Writes one Parquet shard and says what the manifest needs to know of it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { tables, type Column, type TableName } from '../../lib/corpus/index.ts';
import type { Shard } from '../../lib/corpus/manifest.ts';
import { ident, literal, type Database } from './duckdb.ts';

/**
 * Rows per row group. Heavy tables are read one record at a time, and a record costs one row group: 2,048 is the
 * least that DuckDB writes. Light tables are scanned.
 */
const ROW_GROUP = { heavy: 2_048, light: 122_880 } as const;

/** Hex digits of the SHA-256 in a shard's file name: a name never stands for other bytes, so it can be cached for ever. */
const NAME_DIGITS = 12;

/** @returns the declared columns of a table as a select list; some computed, the rest taken from `from` */
export function selectList(table: TableName, from: string, computed: Readonly<Record<string, string>> = {}): string {
  const names = Object.keys(tables[table].columns);
  return names.map((name) => `${computed[name] ?? `${from}.${ident(name)}`} AS ${ident(name)}`).join(', ');
}

/**
 * @param db runs with one thread, so that bytes depend on the rows alone
 * @param table whose declared order the rows are written in
 * @param no number of the shard within the table
 * @param select statement that yields exactly the declared columns
 * @param folder the corpus
 */
export async function writeShard(
  db: Database,
  table: TableName,
  no: number,
  select: string,
  folder: string,
): Promise<Shard> {
  const { weight, sort } = tables[table];
  const draft = path.join(folder, `${table}-${no}.part`);
  const order = sort.map((name) => `${ident(name)} NULLS FIRST`).join(', ');
  await db.run(
    `COPY (SELECT * FROM (${select}) ORDER BY ${order}) TO ${literal(draft)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP[weight]}, PARQUET_VERSION ${encodings(table)})`,
  );
  const sha256 = await hashFile(draft);
  const name = `${table}-${String(no).padStart(3, '0')}.${sha256.slice(0, NAME_DIGITS)}.parquet`;
  await rename(draft, path.join(folder, name));
  return describeShard(db, table, folder, name, sha256);
}

/**
 * Delta encoding makes a table of numbers a third smaller. For text, version 2 uses encodings that the engine in the
 * browser cannot read (docs/decisions/parquet-encodings.md).
 */
function encodings(table: TableName): 'v1' | 'v2' {
  const columns: readonly Column[] = Object.values(tables[table].columns);
  return columns.every(({ type }) => type === 'int' || type === 'float') ? 'v2' : 'v1';
}

async function describeShard(
  db: Database,
  table: TableName,
  folder: string,
  name: string,
  sha256: string,
): Promise<Shard> {
  const file = path.join(folder, name);
  const id = ident(tables[table].sort[0]);
  const [range] = await db.rows<{ rows: number; first: string | null; last: string | null }>(
    `SELECT count(*) AS rows, min(${id})::VARCHAR AS first, max(${id})::VARCHAR AS last FROM read_parquet(${literal(file)})`,
  );
  const { size } = await stat(file);
  return {
    path: name,
    rows: range?.rows ?? 0,
    bytes: size,
    sha256,
    first_id: range?.first ?? '',
    last_id: range?.last ?? '',
  };
}

/** @returns the SHA-256 of a file in hex */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
