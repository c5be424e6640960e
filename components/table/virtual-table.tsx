/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual list are placed absolutely: no table element can be */
'use client';

import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { cx } from '@/components/ui/cx';
import { tableCommand } from './table-keys';
import { TableHeader } from './table-header';
import { BlankRow, DataRow, GroupRow } from './table-row';
import type { ItemSource, TableColumn, TableSort } from './types';
import { useColumnModel } from './use-column-model';
import { useRowWindow } from './use-row-window';

const HEADER_HEIGHT = 28;

export interface VirtualTableProps<Row, Context> {
  /** Accessible name. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row, Context>[];
  readonly visible: readonly string[];
  readonly context: Context;
  readonly source: ItemSource<Row>;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort | null) => void;
  /** Index of the active row, -1 for none; owned by the caller, who knows the row behind it. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** Enter, a click on a link of the row, or a tap on a compact row. */
  readonly onOpen: (index: number) => void;
  /** Space: shows or hides more of the active row. */
  readonly onPeek?: (() => void) | undefined;
  /** `f`: flags the row at an index, or no longer. */
  readonly onFlag?: ((index: number) => void) | undefined;
  /** Folds or unfolds the group at an index. */
  readonly onFold?: (index: number, open: boolean) => void;
  /** What is shown belongs to an older question; it is dimmed until the answer is here. */
  readonly stale?: boolean;
  /** True where the list holds groups. */
  readonly grouped?: boolean;
  readonly keyAttribute: `data-${string}`;
  /** What the rows are, e.g. `APIs`. */
  readonly noun: string;
  readonly rowHeight?: number;
  /** On narrow screens: a list of two-line rows in place of columns. */
  readonly compact?: { readonly height: number; readonly render: (row: Row, context: Context) => ReactNode } | null;
  /** Where the list stands when it is first shown. */
  readonly initialIndex?: number;
  /** When it changes the list goes back to the top, or to the active row where that is still in it. */
  readonly listKey: string;
}

/** A list of any length as a grid: only what is on screen is in the document. */
export function VirtualTable<Row, Context>(props: VirtualTableProps<Row, Context>) {
  const {
    source,
    active,
    onActive,
    onOpen,
    onFold,
    onPeek,
    onFlag,
    stale = false,
    grouped = false,
    compact = null,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const model = useColumnModel(props);
  const height = compact?.height ?? props.rowHeight ?? 28;
  const header = compact === null ? HEADER_HEIGHT : 0;
  const rows = useRowWindow({
    scroller,
    count: source.count,
    rowHeight: height,
    header,
    initialIndex: props.initialIndex ?? 0,
  });
  const { from, to, shift } = rows;
  useLayoutEffect(() => {
    source.show(from, Math.max(to, from + 1));
  }, [source, from, to]);
  useListReset(props.listKey, () => rows.reveal(Math.max(0, active), active >= 0 ? 'center' : 'auto'));

  const move = (index: number) => {
    onActive(index);
    rows.reveal(index);
  };
  const onKey = (event: PressedKey) => {
    const page = Math.floor(rows.screen / height);
    const command = tableCommand(event, { active, count: source.count, page, top: from });
    if (command === null || (command.kind === 'peek' && !onPeek) || (command.kind === 'flag' && !onFlag)) return;
    event.preventDefault();
    scroller.current?.focus({ preventScroll: true });
    if (command.kind === 'move') move(command.to);
    else if (command.kind === 'open') openAt(active);
    else if (command.kind === 'peek') peek();
    else if (command.kind === 'flag') onFlag?.(active);
    else onFold?.(active, command.open);
  };
  const peek = () => {
    // What is shown is the active row: without one, the first on screen becomes it.
    if (active < 0) onActive(from);
    onPeek?.();
  };
  const openAt = (index: number) => {
    const item = source.get(index);
    if (item?.kind === 'group') onFold?.(index, !item.open);
    else if (item !== undefined) onOpen(index);
  };
  useKeysOfPage(onKey);
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const index = Number(target.closest<HTMLElement>('[data-row-index]')?.dataset['rowIndex'] ?? -1);
    if (index < 0 || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = target.closest('a') !== null;
    if (link) event.preventDefault();
    onActive(index);
    if (link || compact !== null || source.get(index)?.kind === 'group') openAt(index);
  };

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is computed */}
      <div
        ref={scroller}
        role={grouped ? 'treegrid' : 'grid'}
        aria-label={props.label}
        aria-rowcount={source.count + 1}
        aria-colcount={compact === null ? model.shown.length : 1}
        aria-busy={stale}
        aria-activedescendant={active >= 0 ? `${base}-${active}` : undefined}
        tabIndex={0}
        data-testid="table"
        data-stale={stale ? '' : undefined}
        data-count={source.count}
        onKeyDown={(event) => (event.target === event.currentTarget ? onKey(event) : undefined)}
        onClick={onClick}
        className="peer relative min-h-0 flex-1 overflow-auto overscroll-contain bg-surface outline-none [contain:strict]"
        style={
          {
            '--table-columns': compact === null ? model.template.columns : undefined,
            '--table-width': compact === null ? `${model.template.width}px` : '100%',
          } as CSSProperties
        }
      >
        {compact === null ? <TableHeader model={model} /> : null}
        <div
          role="rowgroup"
          className={cx('relative transition-opacity duration-100', stale && 'opacity-50 delay-100')}
          style={{ height: rows.height, minWidth: 'var(--table-width)' }}
        >
          {Array.from({ length: Math.max(0, rows.last - rows.first) }, (_, position) => {
            const index = rows.first + position;
            const start = index * height + shift;
            const place = { index, start, height, id: `${base}-${index}`, active: index === active };
            const item = source.get(index);
            if (item === undefined) return <BlankRow key={index} index={index} start={start} height={height} />;
            if (item.kind === 'group')
              return <GroupRow key={index} {...place} group={item} noun={props.noun} compact={compact !== null} />;
            return (
              <DataRow
                key={index}
                {...place}
                row={item.row}
                rowKey={item.key}
                depth={item.depth}
                keyAttribute={props.keyAttribute}
                columns={model.shown}
                context={props.context}
                compact={compact?.render ?? null}
              />
            );
          })}
        </div>
      </div>
      {/* The sticky header and the rows would cover an outline. */}
      <div
        aria-hidden
        className="pointer-events-none absolute inset-0 z-30 hidden border border-accent peer-focus-visible:block"
      />
    </div>
  );
}

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault'>;

/** Where letters are typed, or mean something else. */
const TAKES_LETTERS = 'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]';

/**
 * Keys pressed while nothing on the page has the focus are the list's, as in a mail client; letters also while a button
 * has it, which means nothing by them.
 */
function useKeysOfPage(onKey: (event: PressedKey) => void) {
  const press = useEffectEvent(onKey);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const idle = target === document.body || target.tagName === 'MAIN';
      const isLetter = /^[a-z]$/.test(event.key) && target.closest(TAKES_LETTERS) === null;
      if ((idle || isLetter) && !event.defaultPrevented && !event.shiftKey) press(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Calls back when the list becomes another one, not when it is first shown. */
function useListReset(listKey: string, reset: () => void) {
  const last = useRef(listKey);
  const onReset = useEffectEvent(reset);
  useLayoutEffect(() => {
    if (last.current === listKey) return;
    last.current = listKey;
    onReset();
  }, [listKey]);
}
