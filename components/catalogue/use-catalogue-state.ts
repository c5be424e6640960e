'use client';

import { debounce, useQueryState, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { TableSort } from '@/components/table/types';
import type { ApiFilter } from '@/lib/queries/api-filter';
import type { ApiSort } from '@/lib/queries/sorts';
import { API_COLUMNS, apiListParsers, apiUrlKeys, corpusParser, effectiveSort, filterOf } from '@/lib/url';
import { apiViewParsers } from '@/lib/url/api-view';
import { API_TABLE_COLUMNS, DEFAULT_COLUMNS } from './columns';

/** A choice is a step that the back button takes back; typing and moving are not. */
const CHOICE = { history: 'push' } as const;

/** Typing and moving change the address when they pause; browsers refuse more than a few changes a second. */
const PAUSE = debounce(300);

/** The catalogue's state, all of it in the URL, and the ways to change it. */
export function useCatalogueState() {
  const [list, setList] = useQueryStates(apiListParsers, { urlKeys: apiUrlKeys, history: 'replace' });
  const [view, setView] = useQueryStates(apiViewParsers, { history: 'replace' });
  const [corpusParam] = useQueryState('corpus', corpusParser);

  /** Changes the filter. The list becomes another one: no row of the old one is active in it. */
  const edit = useCallback(
    (change: (filter: ApiFilter) => ApiFilter) => {
      void setList((old) => ({ ...change(filterOf(old)) }), CHOICE);
      void setView({ row: null, fold: null });
    },
    [setList, setView],
  );
  const search = useCallback(
    (q: string) => {
      void setList({ q }, { limitUrlUpdates: PAUSE });
      void setView({ row: null, fold: null }, { limitUrlUpdates: PAUSE });
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
  const filter = useMemo(() => filterOf(list), [list]);
  const visible = useMemo(() => visibleColumns(view.cols), [view.cols]);
  return {
    filter,
    chosenSort: list.sort,
    sort: effectiveSort(list),
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

export type CatalogueState = ReturnType<typeof useCatalogueState>;

function readSort({ column, direction }: TableSort): ApiSort | null {
  const found = column === 'relevance' ? column : API_COLUMNS.find((candidate) => candidate === column);
  return found === undefined ? null : { column: found, direction };
}

/** Columns of a link, those that exist, the pinned one first; the usual ones where it names none. */
export function visibleColumns(ids: readonly string[]): readonly string[] {
  const known = ids.filter((id) => API_TABLE_COLUMNS.some((column) => column.id === id));
  if (known.length === 0) return DEFAULT_COLUMNS;
  return ['name', ...known.filter((id) => id !== 'name')];
}
