/** token_stats of a corpus while rendering, without the engine. */
'use client';

import { use } from 'react';
import type { Corpus } from '../duckdb/corpus-file.ts';
import { CorpusError, reason, SchemaMismatchError, ShardError } from '../duckdb/errors.ts';
import { fetchShard, shardUrl } from '../duckdb/shard-files.ts';
import type { TokenStat } from '../mixture/token-stat.ts';
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

/** As useTokenStats, before it is rendered, e.g. beside corpus.json; a failure surfaces when it is rendered. */
export function preloadTokenStats(corpus: Corpus): void {
  loadTokenStats(corpus).catch(() => {});
}

/** Forgets failures, so that the next render asks again. */
export function forgetFailedTokenStats(): void {
  statsCache.forgetFailures();
}

function loadTokenStats(corpus: Corpus): Promise<readonly TokenStat[]> {
  return statsCache.get(corpus.baseUrl, () => readStats(corpus));
}

async function readStats(corpus: Corpus): Promise<readonly TokenStat[]> {
  const { MissingColumnsError, readTokenStats } = await import('../mixture/read-token-stats.ts');
  try {
    return await readTokenStats(corpus.manifest, (shard) =>
      fetchShard(shardUrl(corpus, shard), TABLE, shard, fetch, () => {}),
    );
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    if (error instanceof MissingColumnsError)
      throw new SchemaMismatchError(TABLE, error.columns.join(', '), 'it is not there');
    throw new ShardError('corrupt', TABLE, new URL(`${TABLE}*.parquet`, corpus.baseUrl).href, reason(error), error);
  }
}
