'use client';

import { runQuery, type Corpus } from '@/lib/data';
import { apiCount } from '@/lib/queries/apis';
import type { ActiveFilter } from './facets';
import { useLatest } from './use-latest';

const NONE: ReadonlyMap<string, number> = new Map();

/** How many APIs match without each of the filters, by id; empty while it is counted. */
export function useRegained(corpus: Corpus, active: readonly ActiveFilter[]): ReadonlyMap<string, number> {
  const key = active.length === 0 ? null : JSON.stringify([corpus.baseUrl, active.map(({ without }) => without)]);
  const { value, stale } = useLatest(key, async (signal) => {
    const counts = await Promise.all(
      active.map(async ({ id, without }) => {
        const [row] = await runQuery(corpus, apiCount(without), { signal });
        return [id, row?.apis ?? 0] as const;
      }),
    );
    return new Map(counts);
  });
  return key === null || stale || value === null ? NONE : value;
}
