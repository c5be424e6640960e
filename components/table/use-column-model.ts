'use client';

import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnSizingState,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { gridTemplate } from './grid-template';
import type { TableColumn, TableSort } from './types';

const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

/** Rows never pass through the column model: a virtual list has no use for 125,205 row objects. */
const noRows: never[] = [];

export interface ColumnModelOptions<Row, Context> {
  readonly columns: readonly TableColumn<Row, Context>[];
  /** Ids of the columns to show, in order; ids that no column has are skipped. */
  readonly visible: readonly string[];
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort | null) => void;
}

/**
 * Order, visibility, widths and sort state of a table's columns.
 * @returns the visible columns in order, their headers, and the CSS grid template that header and rows share
 */
export function useColumnModel<Row, Context>(options: ColumnModelOptions<Row, Context>) {
  const { columns, visible, sort, onSort } = options;
  const [columnSizing, setColumnSizing] = useState<ColumnSizingState>({});
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.label,
        accessorFn: () => null,
        size: column.width,
        minSize: column.minWidth ?? 48,
        enableSorting: column.sortable,
        sortDescFirst: column.firstSort === 'desc',
        enableHiding: column.pinned !== true,
      })),
    [columns],
  );
  const columnOrder = useMemo(() => [...visible], [visible]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, visible.includes(column.id)])),
    [columns, visible],
  );
  const sorting = useMemo<SortingState>(
    () => (sort === null ? [] : [{ id: sort.column, desc: sort.direction === 'desc' }]),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    manualSorting: true,
    enableMultiSort: false,
    state: { columnOrder, columnVisibility, columnSizing, sorting },
    onColumnSizingChange: setColumnSizing,
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update;
      const [first] = next;
      onSort(first === undefined ? null : { column: first.id, direction: first.desc ? 'desc' : 'asc' });
    },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const shown = useMemo(
    () => visible.flatMap((id) => columns.find((column) => column.id === id) ?? []),
    [columns, visible],
  );
  const template = useMemo(() => gridTemplate(shown, columnSizing), [shown, columnSizing]);
  return { headers, shown, template, setColumnSizing };
}

export type ColumnModel<Row, Context> = ReturnType<typeof useColumnModel<Row, Context>>;
export type ColumnHeader = ColumnModel<unknown, unknown>['headers'][number];
