/** Facts of the corpus under measurement, read from its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readManifest, type Manifest } from '../lib/corpus/manifest.ts';
import { shardsOf } from '../lib/corpus/shard-ranges.ts';
import { tables, type TableName } from '../lib/corpus/index.ts';

/** @throws Error where the folder holds no corpus */
export function manifestOf(folder: string): Manifest {
  const read = readManifest(JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')));
  if ('problem' in read) throw new Error(`${folder}: ${read.problem.kind}`);
  return read.manifest;
}

/** Files of a table, in order. */
export function shardFiles(folder: string, table: TableName): string[] {
  return (manifestOf(folder).tables[table]?.shards ?? []).map(({ path }) => join(folder, path));
}

/** @returns rows that the engine of the builder gives */
export async function inCorpus<R extends object>(sql: string, params: readonly (string | number)[] = []): Promise<R[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(sql, [...params]);
  const rows = result.getRowObjectsJson() as unknown as R[];
  connection.closeSync();
  return rows;
}

/**
 * @param folder folder of a corpus
 * @param table one whose records are read one at a time
 * @param id of a record
 * @returns compressed bytes of the row group that holds its first row
 */
export async function rowGroupBytes(folder: string, table: TableName, id: string): Promise<number> {
  const shards = shardsOf(manifestOf(folder).tables[table]?.shards ?? [], id);
  const file = join(folder, shards[0]?.path ?? '');
  const [row] = await inCorpus<{ bytes: number }>(
    `SELECT sum(total_compressed_size)::DOUBLE AS bytes FROM parquet_metadata(?) WHERE row_group_id = (
       SELECT row_group_id FROM parquet_metadata(?) WHERE path_in_schema = ? AND stats_min_value <= ? AND stats_max_value >= ? LIMIT 1)`,
    [file, file, tables[table].sort[0], id, id],
  );
  return row?.bytes ?? Number.NaN;
}
