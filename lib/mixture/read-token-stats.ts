/** Reads token_stats without the engine: the table is small, and its charts need not wait for 4 MB of WebAssembly. */
import { parquetReadObjects } from 'hyparquet';
import { tables } from '../corpus/index.ts';
import type { Manifest, Shard } from '../corpus/manifest.ts';
import { compressors } from '../corpus/parquet-codec.ts';
import type { TokenStat } from './token-stat.ts';

/** Fetches a file of the corpus whole. */
export type FetchFile = (shard: Shard) => Promise<Uint8Array<ArrayBuffer>>;

/** The table was written by a version that did not know all of its columns. */
export class MissingColumnsError extends Error {
  override readonly name = 'MissingColumnsError';
  readonly columns: readonly string[];
  constructor(columns: readonly string[]) {
    super(`token_stats has no column ${columns.join(', ')}: build the corpus again`);
    this.columns = columns;
  }
}

const COLUMNS = Object.keys(tables.token_stats.columns);

/**
 * All rows of token_stats, in the table's order.
 * @param manifest of the corpus; without the table there are no rows
 * @param fetchFile asked for each shard at once
 * @throws what fetchFile throws; MissingColumnsError; Error where a shard is not readable
 */
export async function readTokenStats(manifest: Manifest, fetchFile: FetchFile): Promise<readonly TokenStat[]> {
  const shards = manifest.tables.token_stats?.shards ?? [];
  const parts = await Promise.all(shards.map(async (shard) => readShard(await fetchFile(shard))));
  return parts.flat();
}

async function readShard({ buffer }: Uint8Array<ArrayBuffer>): Promise<TokenStat[]> {
  const rows = await parquetReadObjects({ file: buffer, compressors });
  const missing = COLUMNS.filter((name) => rows[0] !== undefined && !(name in rows[0]));
  if (missing.length > 0) throw new MissingColumnsError(missing);
  return rows as TokenStat[];
}
