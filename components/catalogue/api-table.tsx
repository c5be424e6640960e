'use client';

import { useMemo } from 'react';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { activeFilters } from '@/components/list/filter-model';
import { missingLinked } from '@/components/list/missing-tables';
import { NoMatch } from '@/components/list/no-match';
import type { Latest } from '@/components/list/use-latest';
import { useRegained } from '@/components/list/use-regained';
import { VirtualTable } from '@/components/table/virtual-table';
import { ErrorPanel } from '@/components/ui/error-panel';
import { runQuery, type Corpus } from '@/lib/data';
import { apiCount } from '@/lib/queries/apis';
import { linkedApis } from '@/lib/queries/linked-filter';
import { queryTerms } from '@/lib/search/terms';
import { apiHref } from '@/lib/url';
import { API_TABLE_COLUMNS, compactRow, type RowContext } from './columns';
import { API_FILTERS } from './facets';
import { API_LISTS, type ApiList } from './use-api-list';
import type { CatalogueState } from './use-catalogue-state';
import type { ApiEntries } from './use-entries';
import { useMatchFields } from './use-match-fields';

const COMPACT = { height: 56, render: compactRow };

export interface ApiTableProps {
  readonly corpus: Corpus;
  readonly state: CatalogueState;
  readonly list: Latest<ApiList>;
  readonly entries: ApiEntries;
  readonly active: { readonly index: number; readonly activate: (index: number) => void };
  readonly onOpen: (apiId: string) => void;
  /** True on screens that have no room for columns. */
  readonly narrow: boolean;
}

/** The list itself, or why it is not there: still loading, empty, failed. */
export function ApiTable({ corpus, state, list, entries, active, onOpen, narrow }: ApiTableProps) {
  const store = API_LISTS.store(corpus);
  const source = API_LISTS.useItems(corpus, entries);
  const context = useRowContext(corpus, state, list.value, entries);
  const empty = list.value !== null && list.value.order.length === 0;
  const filter = list.value?.filter ?? API_FILTERS.none;
  const filters = activeFilters(API_FILTERS, filter);
  const regained = useRegained(corpus.baseUrl, empty && !list.stale ? filters : [], async (without, signal) => {
    const [row] = await runQuery(corpus, apiCount(without), { signal });
    return row?.apis ?? 0;
  });
  const failure = list.error ?? entries.error;
  if (failure !== null) {
    return (
      <ErrorPanel error={failure} title="The list could not be read" onRetry={list.retry} className="m-4 max-w-2xl" />
    );
  }
  if (list.value === null) return <ListSkeleton noun="APIs" />;
  if (empty) {
    return (
      <NoMatch
        nouns={API_FILTERS.nouns}
        active={filters}
        without={regained}
        missing={missingLinked(corpus, linkedApis(filter))}
        onRemove={({ without }) => state.edit(() => without)}
        onClearAll={() => state.edit(() => API_FILTERS.none)}
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
function fold({ view, setView }: CatalogueState, { entries, groups }: ApiEntries, index: number, open: boolean): void {
  const entry = entries[index] ?? 0;
  const group = entry < 0 ? groups[-1 - entry] : undefined;
  if (group === undefined || group.open === open) return;
  const { fold: keys } = view;
  const next = keys.includes(group.key) ? keys.filter((key) => key !== group.key) : [...keys, group.key];
  void setView({ fold: next.slice(-100) });
}

function useRowContext(corpus: Corpus, state: CatalogueState, list: ApiList | null, entries: ApiEntries): RowContext {
  const { corpusParam, chosenSort } = state;
  const fieldsOf = useMatchFields(corpus, list?.filter.q ?? '', entries.entries);
  const filter = list?.filter ?? API_FILTERS.none;
  return useMemo(
    () => ({
      terms: queryTerms(filter.q),
      href: (id) => apiHref(id, { corpus: corpusParam, list: { ...filter, sort: chosenSort } }),
      fieldsOf,
    }),
    [filter, corpusParam, chosenSort, fieldsOf],
  );
}
