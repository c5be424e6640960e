/** What the virtual table is told about: columns are declarations, rows come from a source that never blocks. */
import type { ReactNode } from 'react';

/** One column, declared once: header, menu, sorting and cells all come from it. */
export interface TableColumn<Row, Context = null> {
  /** Stable id, also the name in the URL. */
  readonly id: string;
  readonly label: string;
  /** What the value means, with its unit: the header's tooltip and the column menu show it. */
  readonly help: string;
  /** Width in px before anyone resizes it. */
  readonly width: number;
  /** Narrowest in px; 48 by default. */
  readonly minWidth?: number;
  /** Share of the room left over; a column that has been resized keeps its width. */
  readonly grow?: number;
  readonly align?: 'left' | 'right';
  readonly sortable: boolean;
  /** Direction of the first click; `asc` by default. */
  readonly firstSort?: SortDirection;
  /** Stays in place when the table is scrolled sideways. At most one, and the first. */
  readonly pinned?: boolean;
  /** The cell. `context` is what all rows share, e.g. the terms to highlight. */
  readonly render: (row: Row, context: Context) => ReactNode;
}

export type SortDirection = 'asc' | 'desc';

export interface TableSort {
  readonly column: string;
  readonly direction: SortDirection;
}

/** What stands at one index of the list. */
export type TableItem<Row> =
  { readonly kind: 'row'; readonly key: string; readonly row: Row; readonly depth: number } | TableGroup;

/** A heading that can be folded. */
export interface TableGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly depth: number;
  readonly label: string;
  /** Rows below it, folded or not. */
  readonly count: number;
  /** More about it, e.g. `12 tools`; empty for nothing. */
  readonly detail: string;
  readonly open: boolean;
}

/** The list behind a table. Reading and loading are apart: `get` never waits, `show` returns nothing. */
export interface ItemSource<Row> {
  readonly count: number;
  /** @returns what is at an index, or undefined while it is not here yet */
  get(index: number): TableItem<Row> | undefined;
  /** Told which items are on screen, so that they and their neighbours are loaded. */
  show(from: number, to: number): void;
}
