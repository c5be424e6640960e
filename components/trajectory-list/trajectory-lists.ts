'use client';

import { activeFilters } from '@/components/list/filter-model';
import { rowLists, type RowList } from '@/components/list/row-list';
import type { Row } from '@/lib/corpus';
import { runQuery } from '@/lib/data';
import { trajectoriesByIds, trajectoryFirst, trajectoryOrder, trajectoryRows } from '@/lib/queries/trajectories';
import type { TrajectoryFilter } from '@/lib/queries/trajectory-filter';
import type { TrajectorySort } from '@/lib/queries/sorts';
import { TRAJECTORY_FILTERS } from './filters';

export type TrajectoryRow = Row<'trajectories'>;
export type TrajectoryList = RowList<TrajectoryRow, TrajectoryFilter, TrajectorySort>;

/** The trajectories' rows and orders. */
export const TRAJECTORY_LISTS = rowLists<TrajectoryRow, TrajectoryFilter, TrajectorySort>({
  name: 'trajectories',
  table: 'trajectories',
  order: trajectoryOrder,
  first: (filter, sort) => trajectoryFirst(filter, sort),
  isWhole: (filter, sort) =>
    sort.column === 'trajectory_id' &&
    sort.direction === 'asc' &&
    activeFilters(TRAJECTORY_FILTERS, filter).length === 0,
  rows: (corpus, numbers, options) => runQuery(corpus, trajectoryRows(numbers), options),
  byId: (corpus, id, signal) => runQuery(corpus, trajectoriesByIds([id]), { signal }),
  numberOf: (row) => row.trajectory_no,
  idOf: (row) => row.trajectory_id,
});
