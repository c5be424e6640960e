'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { CopyButton, cx } from '@/components/ui';

/** Above this many rows only those in view are in the document. */
const VIRTUAL_FROM = 120;

export interface TreeRow {
  /** Unique within the tree. */
  readonly id: string;
  /** From 0. */
  readonly level: number;
  readonly expandable: boolean;
  readonly expanded: boolean;
}

export interface TreeListProps<R extends TreeRow> {
  /** Accessible name. */
  readonly label: string;
  /** Rows that are visible, from the top. */
  readonly rows: readonly R[];
  readonly onToggle: (row: R) => void;
  readonly renderRow: (row: R) => ReactNode;
  /** Where a row stands in the whole, for copying. */
  readonly pathOf: (row: R) => string;
  /** Expected height of a row in pixels, until it is measured; rows of 20 are set tight. */
  readonly rowHeight: number;
  readonly testId?: string;
}

/**
 * A tree of rows: arrow keys move and fold, Home and End go to the ends, Enter and Space toggle. Large trees scroll
 * in a box of their own and hold only the rows in view.
 */
export function TreeList<R extends TreeRow>(props: TreeListProps<R>) {
  'use no memo'; // useVirtualizer returns one object that changes inside; the React Compiler would freeze it.
  const { label, rows, onToggle, rowHeight, testId } = props;
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const focusNext = useRef(false);
  const virtual = rows.length > VIRTUAL_FROM;
  const active = Math.min(current, rows.length - 1);
  // oxlint-disable-next-line react/incompatible-library -- see 'use no memo'
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    if (virtual) virtualizer.scrollToIndex(active);
    // A row that was just scrolled to is there after the next frame.
    const frame = requestAnimationFrame(() => {
      box.current
        ?.querySelector<HTMLElement>(`[role="treeitem"][data-index="${active}"]`)
        ?.focus({ preventScroll: virtual });
    });
    return () => cancelAnimationFrame(frame);
  }, [active, virtual, virtualizer]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Keys pressed in a button within a row are the button's.
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'treeitem') return;
    const row = rows[active];
    const action = row ? keyAction(event.key, rows, active) : null;
    if (!row || action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'toggle') onToggle(row);
    else {
      focusNext.current = true;
      setCurrent(action);
    }
  };
  const item = (row: R, index: number) => (
    <TreeItem
      key={row.id}
      {...{ row, index, tabStop: index === active, tight: rowHeight <= 20, onToggle, onFocus: () => setCurrent(index) }}
      path={props.pathOf(row)}
    >
      {props.renderRow(row)}
    </TreeItem>
  );
  return (
    <div
      ref={box}
      role="tree"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      data-testid={testId}
      className={cx('min-w-0 text-sm', virtual && 'max-h-[70vh] overflow-auto overscroll-contain')}
    >
      {virtual ? (
        <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="none"
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {rows[index] ? item(rows[index], index) : null}
            </div>
          ))}
        </div>
      ) : (
        rows.map(item)
      )}
    </div>
  );
}

/** @returns the row to go to, `toggle`, or null where the key is not the tree's. */
function keyAction(key: string, rows: readonly TreeRow[], at: number): number | 'toggle' | null {
  const row = rows[at]!;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, rows.length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowRight':
      if (!row.expandable) return at;
      return row.expanded ? Math.min(at + 1, rows.length - 1) : 'toggle';
    case 'ArrowLeft':
      return row.expandable && row.expanded ? 'toggle' : parentOf(rows, at);
    case 'Enter':
    case ' ':
      return row.expandable ? 'toggle' : at;
    default:
      return null;
  }
}

function parentOf(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]!.level;
  for (let index = at - 1; index >= 0; index--) if (rows[index]!.level < level) return index;
  return at;
}

interface TreeItemProps<R extends TreeRow> {
  readonly row: R;
  readonly path: string;
  readonly index: number;
  readonly tabStop: boolean;
  readonly tight: boolean;
  readonly onToggle: (row: R) => void;
  readonly onFocus: () => void;
  readonly children: ReactNode;
}

const INDENT = 16;

function TreeItem<R extends TreeRow>(props: TreeItemProps<R>) {
  const { row, path, index, tabStop, tight, onToggle, onFocus, children } = props;
  // A button with its hint is most of a row: it is made for those that are pointed at.
  const [wasPointedAt, setPointedAt] = useState(false);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const isControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    // Who selects text does not want the row to fold.
    if (row.expandable && !isControl && (window.getSelection()?.isCollapsed ?? true)) onToggle(row);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree handles the keys of all its rows
    <div
      role="treeitem"
      aria-level={row.level + 1}
      aria-expanded={row.expandable ? row.expanded : undefined}
      aria-selected={false}
      tabIndex={tabStop ? 0 : -1}
      data-index={index}
      onPointerEnter={() => setPointedAt(true)}
      onFocus={() => {
        setPointedAt(true);
        onFocus();
      }}
      onClick={onClick}
      className={cx(
        'group/row relative flex min-w-0 items-start rounded-sm pr-1 hover:bg-hover focus-visible:-outline-offset-2',
        row.expandable && 'cursor-pointer',
      )}
      // Depth beyond twenty levels is told by aria-level and the guide alone: the text must stay on screen.
      style={{ paddingInlineStart: Math.min(row.level, 20) * INDENT }}
    >
      <span
        aria-hidden
        className={cx('flex w-5 shrink-0 items-center justify-center text-ink-3', tight ? 'h-5' : 'h-7')}
      >
        {row.expandable ? (
          <ChevronRight className={cx('size-3.5 transition-transform duration-100', row.expanded && 'rotate-90')} />
        ) : null}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
      {wasPointedAt ? (
        <span className="absolute top-0 right-0 rounded-sm bg-surface opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100">
          <CopyButton text={path} label={`Copy path ${path.slice(0, 80)}`} iconOnly size="sm" />
        </span>
      ) : null}
    </div>
  );
}
