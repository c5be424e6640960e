'use client';

import { useEffect, useState } from 'react';
import type { Column, Query, RowOf } from '@/lib/corpus';
import { runQuery, useCorpus } from '@/lib/data';

type Columns = Readonly<Record<string, Column>>;

export type Later<R> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly rows: readonly R[] }
  | { readonly state: 'failed'; readonly error: unknown };

const LOADING = { state: 'loading' } as const;

/**
 * The rows of a query that must not hold anything up: asked once the page has painted, behind all other queries.
 * @param query asked again when its text or its values change
 * @param lane a newer query of the lane cancels the one before
 */
export function useLater<C extends Columns>(query: Query<C>, lane: string): Later<RowOf<C>> {
  const corpus = useCorpus();
  const key = JSON.stringify([corpus.baseUrl, query.sql, query.params]);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly later: Later<RowOf<C>> } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const put = (later: Later<RowOf<C>>) => {
      if (!stop.signal.aborted) setAnswer({ key, later });
    };
    runQuery(corpus, query, { background: true, lane, signal: stop.signal }).then(
      (rows) => put({ state: 'ready', rows }),
      (error: unknown) => put({ state: 'failed', error }),
    );
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the corpus and the query
  }, [key, lane]);
  return answer?.key === key ? answer.later : LOADING;
}
