'use client';

import { useMemo } from 'react';
import type { Entries } from '@/components/list/row-list';
import { useLatest } from '@/components/list/use-latest';
import type { TableGroup } from '@/components/table/types';
import { runQuery, type Corpus } from '@/lib/data';
import { apiGroups } from '@/lib/queries/api-facets';
import { NO_FILTER } from '@/lib/queries/api-filter';
import { flattenGroups, groupOrder, openByDefault, type GroupedList } from './grouping';
import type { ApiList } from './use-api-list';

const NO_GROUPS: readonly TableGroup[] = [];

export interface ApiEntries extends Entries {
  readonly error: unknown;
}

/**
 * What the table lists: the order as it is, or under its providers and tools.
 * @param fold keys of groups that are not as they are by default
 */
export function useEntries(corpus: Corpus, list: ApiList | null, group: boolean, fold: readonly string[]): ApiEntries {
  // Bounds are the whole corpus's: any order, also a search or a sample, can be put under them.
  const bounds = useLatest(group ? corpus.baseUrl : null, (signal) =>
    runQuery(corpus, apiGroups(NO_FILTER), { signal }),
  );
  const order = list?.order ?? null;
  const tools = group ? bounds.value : null;
  const providers = useMemo(() => (order === null || tools === null ? null : groupOrder(order, tools)), [order, tools]);
  const flat = useMemo<GroupedList>(() => {
    if (order === null || providers === null) return { entries: order ?? new Int32Array(), groups: NO_GROUPS };
    const byDefault = openByDefault(order.length, providers.length);
    const toggled = new Set(fold);
    return flattenGroups(providers, (key) => byDefault(key) !== toggled.has(key));
  }, [order, providers, fold]);
  const grouped = providers !== null;
  const { error } = bounds;
  return useMemo(() => ({ ...flat, grouped, error }), [flat, grouped, error]);
}
