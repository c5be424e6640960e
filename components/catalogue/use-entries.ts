'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { ItemSource, TableGroup, TableItem } from '@/components/table/types';
import { runQuery, type Corpus } from '@/lib/data';
import { apiGroups } from '@/lib/queries/api-facets';
import { NO_FILTER } from '@/lib/queries/api-filter';
import type { ApiRow } from './columns';
import { flattenGroups, groupOrder, openByDefault, type GroupedList } from './grouping';
import type { ApiList, ApiStore } from './use-api-list';
import { useLatest } from './use-latest';

const NO_GROUPS: readonly TableGroup[] = [];

export interface Entries extends GroupedList {
  /** True where the entries hold groups: asked for, and the groups are here. */
  readonly grouped: boolean;
  readonly error: unknown;
}

/**
 * What the table lists: the order as it is, or under its providers and tools.
 * @param fold keys of groups that are not as they are by default
 */
export function useEntries(corpus: Corpus, list: ApiList | null, group: boolean, fold: readonly string[]): Entries {
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

/** Rows by number as the table wants them; one object a row, so that rows on screen are not rendered again. */
const items = new WeakMap<ApiRow, [TableItem<ApiRow>, TableItem<ApiRow>]>();

function itemOf(row: ApiRow, grouped: boolean): TableItem<ApiRow> {
  let pair = items.get(row);
  if (pair === undefined) {
    const item = { kind: 'row', key: row.api_id, row, depth: 0 } as const;
    pair = [item, { ...item, depth: 1 }];
    items.set(row, pair);
  }
  return pair[grouped ? 1 : 0];
}

/** @returns the entries as the source of a table; a new object when rows arrive */
export function useItemSource(store: ApiStore, { entries, groups, grouped }: Entries): ItemSource<ApiRow> {
  const rows = useSyncExternalStore(store.subscribe, store.current, store.current);
  return useMemo(
    () => ({
      count: entries.length,
      get: (index) => {
        const entry = entries[index];
        if (entry === undefined) return undefined;
        if (entry < 0) return groups[-1 - entry];
        const row = rows.get(entry);
        return row === undefined ? undefined : itemOf(row, grouped);
      },
      show: (from, to) => store.show(entries, from, to),
    }),
    [store, rows, entries, groups, grouped],
  );
}
