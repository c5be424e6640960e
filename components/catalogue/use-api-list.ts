'use client';

import { activeFilters } from '@/components/list/filter-model';
import { rowLists, type RowList } from '@/components/list/row-list';
import { runQuery } from '@/lib/data';
import type { ApiFilter } from '@/lib/queries/api-filter';
import type { ApiSort } from '@/lib/queries/sorts';
import { apiByIds, apiOrder, apiRows } from '@/lib/queries/apis';
import type { ApiRow } from './columns';
import { API_FILTERS } from './facets';

export type ApiList = RowList<ApiRow, ApiFilter, ApiSort>;

/** The catalogue's rows and orders. */
export const API_LISTS = rowLists<ApiRow, ApiFilter, ApiSort>({
  name: 'catalogue',
  table: 'apis',
  order: apiOrder,
  isWhole: (filter, sort) =>
    sort.column === 'api_id' && sort.direction === 'asc' && activeFilters(API_FILTERS, filter).length === 0,
  rows: (corpus, numbers, options) => runQuery(corpus, apiRows(numbers), options),
  byId: (corpus, id, signal) => runQuery(corpus, apiByIds([id]), { signal }),
  numberOf: (row) => row.api_no,
  idOf: (row) => row.api_id,
});
