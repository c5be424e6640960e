/** token_stats of a corpus while rendering, without the engine. */
'use client';

import { use } from 'react';
import type { Corpus } from '../duckdb/corpus-file.ts';
import { reason, SchemaMismatchError, ShardError } from '../duckdb/errors.ts';
import { fetchShard, shardUrl } from '../duckdb/shard-files.ts';
import type { Shard } from '../corpus/manifest.ts';
import type { TokenStat } from '../mixture/token-stat.ts';
import { preloadCorpus } from './corpus-provider.tsx';
import { PromiseCache } from './promise-cache.ts';

const TABLE = 'token_stats';

const statsCache = new PromiseCache<readonly TokenStat[]>(4);

/**
 * The rows of token_stats of a corpus. Suspends until they are there; they are asked for once.
 * @throws CorpusError, for the nearest error boundary; `retry` and a new render ask again
 */
export function useTokenStats(corpus: Corpus): readonly TokenStat[] {
  return use(loadTokenStats(corpus));
}

/** As useTokenStats, for several corpora, which are read at the same time. */
export function useAllTokenStats(corpora: readonly Corpus[]): readonly (readonly TokenStat[])[] {
  const loading = corpora.map(loadTokenStats);
  const all: (readonly TokenStat[])[] = [];
  for (const promise of loading) all.push(use(promise));
  return all;
}

/** Reads token_stats of the page's corpus as soon as its corpus.json is there; a failure surfaces when it is rendered. */
export function preloadOpenTokenStats(): void {
  preloadCorpus()
    ?.then(loadTokenStats)
    .catch(() => {});
}

/** Forgets failures, so that the next render asks again. */
export function forgetFailedTokenStats(): void {
  statsCache.forgetFailures();
}

function loadTokenStats(corpus: Corpus): Promise<readonly TokenStat[]> {
  return statsCache.get(corpus.baseUrl, () => readStats(corpus));
}

async function readStats(corpus: Corpus): Promise<readonly TokenStat[]> {
  // The shards are on their way while the reader's code is.
  const [{ MissingColumnsError, readTokenStats }, files] = await Promise.all([
    import('../mixture/read-token-stats.ts'),
    fetchAll(corpus),
  ]);
  try {
    return await readTokenStats(corpus.manifest, (shard) => Promise.resolve(files.get(shard) ?? new Uint8Array()));
  } catch (error) {
    if (error instanceof MissingColumnsError)
      throw new SchemaMismatchError(TABLE, error.columns.join(', '), 'it is not there');
    throw new ShardError('corrupt', TABLE, new URL(`${TABLE}*.parquet`, corpus.baseUrl).href, reason(error), error);
  }
}

async function fetchAll(corpus: Corpus): Promise<ReadonlyMap<Shard, Uint8Array<ArrayBuffer>>> {
  const shards = corpus.manifest.tables[TABLE]?.shards ?? [];
  const fetched = shards.map(async (shard) => {
    const bytes = await fetchShard(shardUrl(corpus, shard), TABLE, shard, fetch, () => {});
    return [shard, bytes] as const;
  });
  return new Map(await Promise.all(fetched));
}
