'use client';

import { useMemo } from 'react';
import { VirtualTable } from '@/components/table/virtual-table';
import { ErrorPanel } from '@/components/ui/error-panel';
import type { Corpus } from '@/lib/data';
import { queryTerms } from '@/lib/search/terms';
import { apiHref } from '@/lib/url';
import { activeFilters, CLEAR } from './facets';
import { API_TABLE_COLUMNS, compactRow, type RowContext } from './columns';
import { ListSkeleton } from './list-skeleton';
import { NoMatch } from './no-match';
import { apiStore, type ApiList } from './use-api-list';
import type { CatalogueState } from './use-catalogue-state';
import { useItemSource, type Entries } from './use-entries';
import type { Latest } from './use-latest';
import { useMatchFields } from './use-match-fields';
import { useRegained } from './use-regained';

const COMPACT = { height: 56, render: compactRow };

export interface ApiTableProps {
  readonly corpus: Corpus;
  readonly state: CatalogueState;
  readonly list: Latest<ApiList>;
  readonly entries: Entries;
  readonly active: { readonly index: number; readonly activate: (index: number) => void };
  readonly onOpen: (apiId: string) => void;
  /** True on screens that have no room for columns. */
  readonly narrow: boolean;
}

/** The list itself, or why it is not there: still loading, empty, failed. */
export function ApiTable({ corpus, state, list, entries, active, onOpen, narrow }: ApiTableProps) {
  const store = apiStore(corpus);
  const source = useItemSource(store, entries);
  const context = useRowContext(corpus, state, list.value, entries);
  const empty = list.value !== null && list.value.order.length === 0;
  const filters = activeFilters(list.value?.filter ?? CLEAR);
  const regained = useRegained(corpus, empty && !list.stale ? filters : []);
  const failure = list.error ?? entries.error;
  if (failure !== null) {
    return (
      <ErrorPanel error={failure} title="The list could not be read" onRetry={list.retry} className="m-4 max-w-2xl" />
    );
  }
  if (list.value === null) return <ListSkeleton />;
  if (empty) {
    return (
      <NoMatch
        active={filters}
        without={regained}
        onRemove={({ without }) => state.edit(() => without)}
        onClearAll={() => state.edit(() => CLEAR)}
      />
    );
  }
  return (
    <>
      {store.error === null ? null : (
        <ErrorPanel
          error={store.error}
          title="Some rows could not be read"
          onRetry={store.retry}
          className="mx-4 mb-2 max-w-2xl"
        />
      )}
      <VirtualTable
        label="APIs"
        noun="APIs"
        keyAttribute="data-api-id"
        columns={API_TABLE_COLUMNS}
        visible={state.visible}
        context={context}
        source={source}
        sort={state.sort.column === 'relevance' ? null : state.sort}
        onSort={state.sortBy}
        active={active.index}
        onActive={active.activate}
        onOpen={(index) => {
          const row = store.get(entries.entries[index] ?? -1);
          if (row !== undefined) onOpen(row.api_id);
        }}
        onFold={(index, open) => fold(state, entries, index, open)}
        stale={list.stale}
        grouped={entries.grouped}
        compact={narrow ? COMPACT : null}
        initialIndex={Math.max(0, active.index)}
        listKey={list.valueKey ?? ''}
      />
    </>
  );
}

/** Writes to the URL that a group is, or is no longer, as it is by default. */
function fold({ view, setView }: CatalogueState, { entries, groups }: Entries, index: number, open: boolean): void {
  const entry = entries[index] ?? 0;
  const group = entry < 0 ? groups[-1 - entry] : undefined;
  if (group === undefined || group.open === open) return;
  const { fold: keys } = view;
  const next = keys.includes(group.key) ? keys.filter((key) => key !== group.key) : [...keys, group.key];
  void setView({ fold: next.slice(-100) });
}

function useRowContext(corpus: Corpus, state: CatalogueState, list: ApiList | null, entries: Entries): RowContext {
  const { corpusParam, chosenSort } = state;
  const fieldsOf = useMatchFields(corpus, list?.filter.q ?? '', entries.entries);
  const filter = list?.filter ?? CLEAR;
  return useMemo(
    () => ({
      terms: queryTerms(filter.q),
      href: (id) => apiHref(id, { corpus: corpusParam, list: { ...filter, sort: chosenSort } }),
      fieldsOf,
    }),
    [filter, corpusParam, chosenSort, fieldsOf],
  );
}
