/** Queries while rendering: suspend, share, keep. */
'use client';

import { use, useDeferredValue } from 'react';
import type { Column, Query, RowOf } from '../corpus/index.ts';
import type { Corpus } from '../duckdb/corpus-file.ts';
import type { RunOptions } from '../duckdb/engine.ts';
import { CancelledError } from '../duckdb/errors.ts';
import { forgetFailedCorpora, useCorpus } from './corpus-provider.tsx';
import { engine } from './engine.ts';
import { PromiseCache } from './promise-cache.ts';
import { forgetFailedTokenStats } from './use-token-stats.ts';

type Columns = Readonly<Record<string, Column>>;
type UseQueryOptions = Pick<RunOptions, 'lane'>;

const rowsCache = new PromiseCache<readonly unknown[]>(300);
const columnCache = new PromiseCache<Int32Array>(24);

/**
 * The rows of a query over the open corpus. Suspends until they are there; the same query is asked once.
 * @param options lane: a newer query of the same lane cancels those before it that still wait; for what follows typing
 * @throws CorpusError, for the nearest error boundary; `retry` and a new render ask again
 */
export function useQuery<C extends Columns>(query: Query<C>, options: UseQueryOptions = {}): readonly RowOf<C>[] {
  return use(cachedRows(useCorpus(), query, options));
}

/** As useQuery, for a query of one int column such as apiOrder. */
export function useColumn(query: Query, options: UseQueryOptions = {}): Int32Array {
  const corpus = useCorpus();
  return use(columnCache.get(keyOf(corpus, query), () => engine.runColumn(corpus, query, options), isCancelled));
}

/**
 * Asks a query before it is rendered, e.g. when a pointer rests on a link.
 * @param options background: false for what is most likely wanted next; behind everything else otherwise
 */
export function prefetchQuery<C extends Columns>(
  corpus: Corpus,
  query: Query<C>,
  { background = true }: Pick<RunOptions, 'background'> = {},
): void {
  cachedRows(corpus, query, { background }).catch(() => {});
}

/** As useQuery, for `use` and for events: the same promise for the same query, until it has failed and `retry` was called. */
export function readQuery<C extends Columns>(
  corpus: Corpus,
  query: Query<C>,
  options: Pick<RunOptions, 'background'> = {},
): Promise<readonly RowOf<C>[]> {
  return cachedRows(corpus, query, options);
}

function cachedRows<C extends Columns>(
  corpus: Corpus,
  query: Query<C>,
  options: RunOptions,
): Promise<readonly RowOf<C>[]> {
  const promise = rowsCache.get(keyOf(corpus, query), () => engine.run(corpus, query, options), isCancelled);
  return promise as Promise<readonly RowOf<C>[]>;
}

function keyOf(corpus: Corpus, query: Query): string {
  return JSON.stringify([corpus.baseUrl, query.sql, query.params]);
}

function isCancelled(error: unknown): boolean {
  return error instanceof CancelledError;
}

/** Forgets what failed. Call it before an error boundary renders its content again. */
export function retry(): void {
  rowsCache.forgetFailures();
  columnCache.forgetFailures();
  forgetFailedCorpora();
  forgetFailedTokenStats();
}

/**
 * A value that may lag behind: pass it to useQuery, and the old rows stay on screen while the new ones load.
 * @param value anything that JSON can hold, e.g. a filter; equal values count as the same
 * @returns the value to query with, and whether it is behind (for data-stale)
 */
export function useDeferred<T>(value: T): { readonly value: T; readonly stale: boolean } {
  const key = JSON.stringify(value);
  const deferred = useDeferredValue(key);
  return { value: deferred === key ? value : (JSON.parse(deferred) as T), stale: deferred !== key };
}
