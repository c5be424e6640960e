/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the header shares its grid with rows that no table element can be */
'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { cx } from '@/components/ui/cx';
import { Tooltip } from '@/components/ui/tooltip';
import type { TableColumn } from './types';
import type { ColumnHeader, ColumnModel } from './use-column-model';

export interface TableHeaderProps<Row, Context> {
  readonly model: ColumnModel<Row, Context>;
}

/** The sticky first row: sort on click, drag an edge (or Shift + arrow keys) to resize, double-click an edge to reset. */
export function TableHeader<Row, Context>({ model }: TableHeaderProps<Row, Context>) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-20 grid h-7 border-b border-line-strong bg-canvas"
      style={{ gridTemplateColumns: 'var(--table-columns)', minWidth: 'var(--table-width)' }}
    >
      {model.headers.map((header, index) => (
        <HeaderCell
          key={header.id}
          header={header}
          column={model.shown[index]!}
          index={index}
          onWidth={(width) => model.setColumnSizing((sizes) => ({ ...sizes, [header.column.id]: width }))}
          onReset={() => header.column.resetSize()}
        />
      ))}
    </div>
  );
}

interface HeaderCellProps {
  readonly header: ColumnHeader;
  readonly column: Pick<TableColumn<never, never>, 'id' | 'label' | 'help' | 'align' | 'pinned' | 'minWidth'>;
  readonly index: number;
  readonly onWidth: (width: number) => void;
  readonly onReset: () => void;
}

const ariaSort = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

function HeaderCell({ header, column, index, onWidth, onReset }: HeaderCellProps) {
  const sorted = header.column.getIsSorted();
  const right = column.align === 'right';
  const resizeByKey = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    event.stopPropagation();
    const cell = event.currentTarget.closest<HTMLElement>('[role=columnheader]');
    const step = event.key === 'ArrowLeft' ? -16 : 16;
    onWidth(Math.max(column.minWidth ?? 48, Math.round(cell?.offsetWidth ?? 0) + step));
  };
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={header.column.getCanSort() ? ariaSort[sorted === false ? 'none' : sorted] : undefined}
      data-column={column.id}
      className={cx('group/header relative flex min-w-0', column.pinned === true && 'sticky left-0 z-10 bg-canvas')}
    >
      <Tooltip content={column.help} side="bottom">
        <button
          type="button"
          disabled={!header.column.getCanSort()}
          onClick={() => header.column.toggleSorting()}
          onKeyDown={resizeByKey}
          className={cx(
            'flex min-w-0 flex-1 cursor-pointer items-center gap-1 px-2 text-xs outline-offset-[-2px] select-none disabled:cursor-default',
            right && 'flex-row-reverse',
            sorted === false ? 'text-ink-3 hover:text-ink' : 'font-medium text-ink',
          )}
        >
          <span className="truncate">{column.label}</span>
          {sorted === 'asc' ? <ArrowUp className="size-3 shrink-0 text-accent" aria-hidden /> : null}
          {sorted === 'desc' ? <ArrowDown className="size-3 shrink-0 text-accent" aria-hidden /> : null}
        </button>
      </Tooltip>
      <ResizeHandle header={header} onWidth={onWidth} onReset={onReset} />
    </div>
  );
}

function ResizeHandle({ header, onWidth, onReset }: Pick<HeaderCellProps, 'header' | 'onWidth' | 'onReset'>) {
  const start = (event: PointerEvent<HTMLElement>) => {
    // A column that grows is wider than its declared width: resizing starts from what is on screen.
    const cell = event.currentTarget.parentElement;
    if (cell !== null) onWidth(cell.offsetWidth);
  };
  return (
    <span
      aria-hidden
      onPointerDown={start}
      onMouseDown={header.getResizeHandler()}
      onTouchStart={header.getResizeHandler()}
      onDoubleClick={onReset}
      className={cx(
        'absolute inset-y-0 -right-1 z-10 w-2 cursor-col-resize touch-none',
        'after:absolute after:inset-y-1.5 after:left-1/2 after:w-px after:bg-line group-hover/header:after:bg-line-strong',
        header.column.getIsResizing() && 'after:inset-y-0! after:w-0.5! after:bg-accent!',
      )}
    />
  );
}
