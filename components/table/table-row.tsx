/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual list are placed absolutely: no table element can be */
'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { formatCount } from '@/lib/format/numbers';
import type { TableColumn, TableGroup } from './types';

/** Where a row stands; all rows are placed within the list's body. */
interface Place {
  readonly index: number;
  readonly start: number;
  readonly height: number;
  /** Id of the element, for aria-activedescendant. */
  readonly id: string;
  readonly active: boolean;
}

export interface DataRowProps<Row, Context> extends Place {
  readonly row: Row;
  readonly rowKey: string;
  /** Attribute that carries the key, e.g. `data-api-id`. */
  readonly keyAttribute: `data-${string}`;
  readonly depth: number;
  readonly columns: readonly TableColumn<Row, Context>[];
  readonly context: Context;
  /** Replaces the cells on narrow screens. */
  readonly compact: ((row: Row, context: Context) => ReactNode) | null;
}

const placed = 'absolute top-0 left-0 w-full border-b border-line/60';
const lit = 'bg-surface hover:bg-hover data-active:bg-accent-soft';

function place({ start, height }: Place) {
  return { transform: `translateY(${start}px)`, height, minWidth: 'var(--table-width)' };
}

function DataRowView<Row, Context>(props: DataRowProps<Row, Context>) {
  const { index, id, active, row, rowKey, keyAttribute, depth, columns, context, compact } = props;
  const common = {
    id,
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': active,
    'data-testid': 'table-row',
    'data-row-index': index,
    'data-active': active ? '' : undefined,
    [keyAttribute]: rowKey,
  } as const;
  if (compact !== null) {
    return (
      <div {...common} className={cx(placed, lit)} style={place(props)}>
        <div role="gridcell" aria-colindex={1} className="h-full" style={{ paddingLeft: depth * 8 }}>
          {compact(row, context)}
        </div>
      </div>
    );
  }
  return (
    <div
      {...common}
      className={cx(placed, lit, 'group/row grid')}
      style={{ ...place(props), gridTemplateColumns: 'var(--table-columns)' }}
    >
      {columns.map((column, position) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={position + 1}
          className={cx(
            'flex min-w-0 items-center px-2 text-sm',
            position === 0 && 'group-data-active/row:shadow-[inset_2px_0_var(--accent)]',
            column.align === 'right' && 'tabular justify-end',
            column.pinned === true && 'sticky left-0 z-10 bg-inherit',
          )}
          style={position === 0 && depth > 0 ? { paddingLeft: 8 + depth * 14 } : undefined}
        >
          {column.render(row, context)}
        </div>
      ))}
    </div>
  );
}

/** One row of data. Memoised: while the list scrolls, only rows that come into view are rendered. */
export const DataRow = memo(DataRowView) as typeof DataRowView;

export interface GroupRowProps extends Place {
  readonly group: TableGroup;
  /** What the count counts, e.g. `APIs`. */
  readonly noun: string;
  /** Two lines, as the rows around it. */
  readonly compact: boolean;
}

/** A heading that folds what is below it. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { index, id, active, group, noun, compact } = props;
  const Chevron = group.open ? ChevronDown : ChevronRight;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-expanded={group.open}
      aria-level={group.depth + 1}
      aria-selected={active}
      data-testid="table-group"
      data-row-index={index}
      data-group-key={group.key}
      data-active={active ? '' : undefined}
      className={cx(placed, 'cursor-pointer bg-canvas hover:bg-hover data-active:bg-accent-soft')}
      style={place(props)}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        className={cx(
          'sticky left-0 flex h-full w-[26rem] max-w-full items-center gap-1.5 px-2',
          active && 'shadow-[inset_2px_0_var(--accent)]',
        )}
        style={{ paddingLeft: 6 + group.depth * 14 }}
      >
        <Chevron className="size-3.5 shrink-0 text-ink-3" aria-hidden />
        <span className="min-w-0 flex-1">
          <span className={cx('block truncate', group.depth === 0 ? 'font-medium' : 'text-ink-2')} title={group.label}>
            {group.label}
          </span>
          {compact && group.detail !== '' ? <span className="block text-xs text-ink-3">{group.detail}</span> : null}
        </span>
        <span className="tabular w-14 shrink-0 text-right text-xs text-ink-2">
          {formatCount(group.count)} <span className="sr-only">{noun}</span>
        </span>
        {compact ? null : <span className="w-20 shrink-0 pl-1 text-xs text-ink-3">{group.detail}</span>}
      </div>
    </div>
  );
});

/** Stands where a row is not loaded yet. */
export function BlankRow(props: Omit<Place, 'active' | 'id'>) {
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-busy
      data-testid="table-row-blank"
      data-row-index={props.index}
      data-blank=""
      className={cx(placed, 'flex items-center bg-surface px-2')}
      style={place({ ...props, active: false, id: '' })}
    >
      <span
        role="gridcell"
        aria-colindex={1}
        className="h-2 rounded-sm bg-line"
        style={{ width: `${20 + ((props.index * 37) % 40)}%` }}
      >
        <span className="sr-only">Loading</span>
      </span>
    </div>
  );
}
