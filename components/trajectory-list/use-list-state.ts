'use client';

import { debounce, useQueryState, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { TableSort } from '@/components/table/types';
import type { TrajectoryFilter } from '@/lib/queries/trajectory-filter';
import type { TrajectorySort } from '@/lib/queries/sorts';
import {
  corpusParser,
  effectiveTrajectorySort,
  TRAJECTORY_COLUMNS,
  trajectoryFilterOf,
  trajectoryListParsers,
  trajectoryUrlKeys,
} from '@/lib/url';
import { listViewParsers } from '@/lib/url/list-view';
import { DEFAULT_COLUMNS, TRAJECTORY_TABLE_COLUMNS } from './columns';

/** A choice is a step that the back button takes back; typing and moving are not. */
const CHOICE = { history: 'push' } as const;

/** Typing and moving change the address when they pause; browsers refuse more than a few changes a second. */
const PAUSE = debounce(300);

/** The list's state, all of it in the URL, and the ways to change it. */
export function useListState() {
  const [list, setList] = useQueryStates(trajectoryListParsers, { urlKeys: trajectoryUrlKeys, history: 'replace' });
  const [view, setView] = useQueryStates(listViewParsers, { history: 'replace' });
  const [corpusParam] = useQueryState('corpus', corpusParser);

  /** Changes the filter. The list becomes another one: no row of the old one is active in it. */
  const edit = useCallback(
    (change: (filter: TrajectoryFilter) => TrajectoryFilter) => {
      void setList((old) => ({ ...change(trajectoryFilterOf(old)) }), CHOICE);
      void setView({ row: null });
    },
    [setList, setView],
  );
  const search = useCallback(
    (q: string) => {
      void setList({ q }, { limitUrlUpdates: PAUSE });
      void setView({ row: null }, { limitUrlUpdates: PAUSE });
    },
    [setList, setView],
  );
  const sortBy = useCallback(
    (sort: TableSort | null) => {
      void setList({ sort: sort === null ? null : readSort(sort) }, CHOICE);
      void setView({ row: null });
    },
    [setList, setView],
  );
  const filter = useMemo(() => trajectoryFilterOf(list), [list]);
  const visible = useMemo(() => visibleColumns(view.cols), [view.cols]);
  return {
    filter,
    chosenSort: list.sort,
    sort: effectiveTrajectorySort(list),
    visible,
    view,
    corpusParam,
    edit,
    search,
    sortBy,
    setView,
    pause: PAUSE,
  };
}

export type ListState = ReturnType<typeof useListState>;

function readSort({ column, direction }: TableSort): TrajectorySort | null {
  const found = column === 'relevance' ? column : TRAJECTORY_COLUMNS.find((candidate) => candidate === column);
  return found === undefined ? null : { column: found, direction };
}

/** Columns of a link, those that exist, the pinned one first; the usual ones where it names none. */
function visibleColumns(ids: readonly string[]): readonly string[] {
  const known = ids.filter((id) => TRAJECTORY_TABLE_COLUMNS.some((column) => column.id === id));
  if (known.length === 0) return DEFAULT_COLUMNS;
  return ['task', ...known.filter((id) => id !== 'task')];
}
