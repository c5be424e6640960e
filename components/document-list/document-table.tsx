'use client';

import { useMemo } from 'react';
import { activeFilters } from '@/components/list/filter-model';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { NoMatch } from '@/components/list/no-match';
import type { Entries } from '@/components/list/row-list';
import type { Latest } from '@/components/list/use-latest';
import { useRegained } from '@/components/list/use-regained';
import { VirtualTable } from '@/components/table/virtual-table';
import { ErrorPanel } from '@/components/ui';
import { runQuery, type Corpus } from '@/lib/data';
import { documentCount } from '@/lib/queries/documents';
import { documentHref } from '@/lib/url';
import { compactDocument, DOCUMENT_TABLE_COLUMNS, type DocumentContext } from './columns';
import { DOCUMENT_LISTS, type DocumentList } from './document-lists';
import { DOCUMENT_FILTERS } from './filters';
import type { ListState } from './use-list-state';

const COMPACT = { height: 56, render: compactDocument };
const ROW_HEIGHT = { dense: 28, loose: 40 } as const;

export interface DocumentTableProps {
  readonly corpus: Corpus;
  readonly state: ListState;
  readonly list: Latest<DocumentList>;
  readonly entries: Entries;
  readonly active: { readonly index: number; readonly activate: (index: number) => void };
  readonly onOpen: (documentId: string) => void;
  readonly onPeek: () => void;
  /** True on screens that have no room for columns. */
  readonly narrow: boolean;
}

/** The list itself, or why it is not there: still loading, empty, failed. */
export function DocumentTable(props: DocumentTableProps) {
  const { corpus, state, list, entries, active, narrow } = props;
  const store = DOCUMENT_LISTS.store(corpus);
  const source = DOCUMENT_LISTS.useItems(corpus, entries);
  const context = useRowContext(props);
  if (list.error !== null) {
    return (
      <ErrorPanel
        error={list.error}
        title="The list could not be read"
        onRetry={list.retry}
        className="m-4 max-w-2xl"
      />
    );
  }
  if (list.value === null) return <ListSkeleton noun="documents" />;
  if (entries.entries.length === 0) return <NothingMatches {...props} />;
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
        label="Documents"
        noun="documents"
        keyAttribute="data-document-id"
        columns={DOCUMENT_TABLE_COLUMNS}
        visible={state.visible}
        context={context}
        source={source}
        sort={state.sort}
        onSort={state.sortBy}
        active={active.index}
        onActive={active.activate}
        onOpen={(index) => {
          const row = store.get(entries.entries[index] ?? -1);
          if (row !== undefined) props.onOpen(row.document_id);
        }}
        onPeek={props.onPeek}
        stale={list.stale}
        rowHeight={ROW_HEIGHT[state.view.density ?? 'dense']}
        compact={narrow ? COMPACT : null}
        initialIndex={Math.max(0, active.index)}
        listKey={list.valueKey ?? ''}
      />
    </>
  );
}

function NothingMatches({ corpus, state, list }: DocumentTableProps) {
  const filters = activeFilters(DOCUMENT_FILTERS, list.value?.filter ?? DOCUMENT_FILTERS.none);
  const regained = useRegained(corpus.baseUrl, list.stale ? [] : filters, async (without, signal) => {
    const [row] = await runQuery(corpus, documentCount(without), { signal });
    return row?.documents ?? 0;
  });
  return (
    <NoMatch
      nouns={DOCUMENT_FILTERS.nouns}
      active={filters}
      without={regained}
      onRemove={({ without }) => state.edit(() => without)}
      onClearAll={() => state.edit(() => DOCUMENT_FILTERS.none)}
    />
  );
}

function useRowContext({ state, list }: DocumentTableProps): DocumentContext {
  const { corpusParam, chosenSort } = state;
  const filter = list.value?.filter ?? DOCUMENT_FILTERS.none;
  return useMemo(
    () => ({
      terms: filter.q
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== ''),
      href: (id) => documentHref(id, { corpus: corpusParam, list: { ...filter, sort: chosenSort } }),
    }),
    [filter, corpusParam, chosenSort],
  );
}
