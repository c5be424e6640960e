'use client';

import { SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { VirtualTable } from '@/components/table/virtual-table';
import type { ItemSource } from '@/components/table/types';
import { compactTrajectory, TRAJECTORY_TABLE_COLUMNS } from '@/components/trajectory-list/columns';
import type { TrajectoryRow } from '@/components/trajectory-list/trajectory-lists';
import { EmptyState } from '@/components/ui';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { OpenedTrajectory } from '@/lib/open/opened';
import { OPENED_SORTS, type OpenedSort } from '@/lib/url';

type Sort = { readonly column: OpenedSort; readonly direction: 'asc' | 'desc' };

export interface OpenedTableProps {
  readonly rows: readonly OpenedTrajectory[];
  /** Trajectories before the search. */
  readonly total: number;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly href: (id: string) => string;
  readonly onOpen: (id: string) => void;
}

/** Columns that say something of files that have just been opened. */
const COLUMNS = TRAJECTORY_TABLE_COLUMNS.filter(({ id }) => (OPENED_SORTS as readonly string[]).includes(id));
const VISIBLE = COLUMNS.map(({ id }) => id);
const NONE: ReadonlySet<string> = new Set();
const COMPACT = { height: 56, render: compactTrajectory };

/** Trajectories of opened files, in the table that a corpus's list has. */
export function OpenedTable(props: OpenedTableProps) {
  const { rows, total, sort, onSort, active, onActive, href, onOpen } = props;
  const narrow = useMediaQuery('(width < 40rem)');
  const context = useMemo(() => ({ href, terms: [], constructed: NONE, flagged: NONE }), [href]);
  const source = useMemo(
    (): ItemSource<TrajectoryRow> => ({
      count: rows.length,
      get: (index) => {
        const row = rows[index];
        // The numbers of a corpus's index have no meaning here.
        return (
          row && { kind: 'row', key: row.trajectory_id, depth: 0, row: { ...row, trajectory_no: index, facet_no: 0 } }
        );
      },
      show: () => {},
    }),
    [rows],
  );
  if (rows.length === 0)
    return (
      <EmptyState icon={SearchX} title={total === 0 ? 'No trajectories' : 'No trajectory matches'}>
        {total === 0
          ? 'The files hold none. What they do hold is under the other tabs.'
          : 'No task, id or problem holds these words.'}
      </EmptyState>
    );
  return (
    <VirtualTable
      label="Trajectories"
      noun="trajectories"
      keyAttribute="data-trajectory-id"
      columns={COLUMNS}
      visible={VISIBLE}
      context={context}
      source={source}
      sort={sort}
      onSort={(next) => {
        const column = OPENED_SORTS.find((candidate) => candidate === next?.column);
        onSort(next === null || column === undefined ? null : { column, direction: next.direction });
      }}
      active={active}
      onActive={onActive}
      onOpen={(index) => {
        const id = rows[index]?.trajectory_id;
        if (id !== undefined) onOpen(id);
      }}
      compact={narrow ? COMPACT : null}
      listKey={JSON.stringify([sort, rows.length])}
    />
  );
}
