'use client';

import { useMemo } from 'react';
import { activeFilters } from '@/components/list/filter-model';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { missingLinked, missingSearch } from '@/components/list/missing-tables';
import { NoMatch } from '@/components/list/no-match';
import type { Entries } from '@/components/list/row-list';
import type { Latest } from '@/components/list/use-latest';
import { useRegained } from '@/components/list/use-regained';
import { VirtualTable } from '@/components/table/virtual-table';
import { EmptyState, ErrorPanel } from '@/components/ui';
import { runQuery, type Corpus } from '@/lib/data';
import { linkedTrajectories } from '@/lib/queries/linked-filter';
import { trajectoryCount } from '@/lib/queries/trajectories';
import { queryTerms } from '@/lib/search/terms';
import { trajectoryHref } from '@/lib/url';
import { compactTrajectory, TRAJECTORY_TABLE_COLUMNS, type TrajectoryContext } from './columns';
import { TRAJECTORY_FILTERS } from './filters';
import { toggleFlag } from './flags';
import { TRAJECTORY_LISTS, type TrajectoryList } from './trajectory-lists';
import type { ListState } from './use-list-state';

const COMPACT = { height: 56, render: compactTrajectory };
const ROW_HEIGHT = { dense: 28, loose: 40 } as const;

export interface TrajectoryTableProps {
  readonly corpus: Corpus;
  readonly state: ListState;
  readonly list: Latest<TrajectoryList>;
  /** The list's order, or that of its flagged rows. */
  readonly entries: Entries;
  readonly flaggedOnly: boolean;
  readonly flagged: ReadonlySet<string>;
  readonly active: { readonly index: number; readonly activate: (index: number) => void };
  readonly onOpen: (trajectoryId: string) => void;
  readonly onPeek: () => void;
  /** True on screens that have no room for columns. */
  readonly narrow: boolean;
}

/** The list itself, or why it is not there: still loading, empty, failed. */
export function TrajectoryTable(props: TrajectoryTableProps) {
  const { corpus, state, list, entries, flaggedOnly, active, narrow } = props;
  const store = TRAJECTORY_LISTS.store(corpus);
  const source = TRAJECTORY_LISTS.useItems(corpus, entries);
  const context = useRowContext(props);
  const rowAt = (index: number) => store.get(entries.entries[index] ?? -1);
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
  if (list.value === null) return <ListSkeleton noun="trajectories" />;
  if (entries.entries.length === 0) {
    return flaggedOnly && list.value.order.length > 0 ? (
      <EmptyState title="Nothing is flagged here" className="flex-1">
        None of the trajectories that match is flagged. F flags the active row.
      </EmptyState>
    ) : (
      <NothingMatches {...props} />
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
        label="Trajectories"
        noun="trajectories"
        keyAttribute="data-trajectory-id"
        columns={TRAJECTORY_TABLE_COLUMNS}
        visible={state.visible}
        context={context}
        source={source}
        sort={state.sort.column === 'relevance' ? null : state.sort}
        onSort={state.sortBy}
        active={active.index}
        onActive={active.activate}
        onOpen={(index) => {
          const row = rowAt(index);
          if (row !== undefined) props.onOpen(row.trajectory_id);
        }}
        onPeek={props.onPeek}
        onFlag={(index) => {
          const row = rowAt(index);
          if (row !== undefined) toggleFlag(corpus.baseUrl, row.trajectory_id);
        }}
        stale={list.stale}
        rowHeight={ROW_HEIGHT[state.view.density ?? 'dense']}
        compact={narrow ? COMPACT : null}
        initialIndex={Math.max(0, active.index)}
        listKey={`${list.valueKey ?? ''} ${flaggedOnly}`}
      />
    </>
  );
}

function NothingMatches({ corpus, state, list }: TrajectoryTableProps) {
  const filter = list.value?.filter ?? TRAJECTORY_FILTERS.none;
  const filters = activeFilters(TRAJECTORY_FILTERS, filter);
  const regained = useRegained(corpus.baseUrl, list.stale ? [] : filters, async (without, signal) => {
    const [row] = await runQuery(corpus, trajectoryCount(without), { signal });
    return row?.trajectories ?? 0;
  });
  const missing =
    missingLinked(corpus, linkedTrajectories(filter)) ?? (filter.q.trim() === '' ? null : missingSearch(corpus));
  return (
    <NoMatch
      nouns={TRAJECTORY_FILTERS.nouns}
      active={filters}
      without={regained}
      missing={missing}
      onRemove={({ without }) => state.edit(() => without)}
      onClearAll={() => state.edit(() => TRAJECTORY_FILTERS.none)}
    />
  );
}

function useRowContext({ corpus, state, list, flagged }: TrajectoryTableProps): TrajectoryContext {
  const { corpusParam, chosenSort } = state;
  const { sources } = corpus.manifest;
  const filter = list.value?.filter ?? TRAJECTORY_FILTERS.none;
  return useMemo(
    () => ({
      terms: queryTerms(filter.q),
      href: (id) => trajectoryHref(id, null, { corpus: corpusParam, list: { ...filter, sort: chosenSort } }),
      constructed: new Set(sources.filter((entry) => entry.constructed).map((entry) => entry.source)),
      flagged,
    }),
    [filter, corpusParam, chosenSort, sources, flagged],
  );
}
