/** Facts of the corpus under measurement, read from its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readManifest, shardsOf, type Manifest } from '../lib/corpus/manifest.ts';
import type { TableName } from '../lib/corpus/index.ts';

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

/**
 * @param folder folder of a corpus
 * @param id an api_id
 * @returns compressed bytes of the row group of api_docs that holds it
 */
export async function rowGroupBytes(folder: string, id: string): Promise<number> {
  const shards = shardsOf(manifestOf(folder).tables.api_docs?.shards ?? [], id);
  const file = join(folder, shards[0]?.path ?? '');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(
    `SELECT sum(total_compressed_size)::DOUBLE AS bytes FROM parquet_metadata(?) WHERE row_group_id = (
       SELECT row_group_id FROM parquet_metadata(?) WHERE path_in_schema = 'api_id' AND stats_min_value <= ? AND stats_max_value >= ? LIMIT 1)`,
    [file, file, id, id],
  );
  connection.closeSync();
  return Number(result.getRowObjectsJson()[0]?.['bytes'] ?? Number.NaN);
}
