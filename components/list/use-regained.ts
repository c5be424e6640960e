'use client';

import type { ActiveFilter } from './filter-model';
import { useLatest } from './use-latest';

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * How many rows match without each of the filters, by id; empty while it is counted.
 * @param base names the corpus
 * @param count counts the rows of a filter
 */
export function useRegained<Filter>(
  base: string,
  active: readonly ActiveFilter<Filter>[],
  count: (filter: Filter, signal: AbortSignal) => Promise<number>,
): ReadonlyMap<string, number> {
  const key = active.length === 0 ? null : JSON.stringify([base, active.map(({ without }) => without)]);
  const { value, stale } = useLatest(key, async (signal) => {
    const counts = await Promise.all(
      active.map(async ({ id, without }) => [id, await count(without, signal)] as const),
    );
    return new Map(counts);
  });
  return key === null || stale || value === null ? NONE : value;
}
