'use client';

import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import type { InspectorRow } from './inspector-rows';
import { rowHeight } from './row-height';

/** Up to this many rows all are in the document, so that the browser's own search finds everything. */
const VIRTUAL_FROM = 80;
/** Rows that are drawn first, before the window has come to where the link leads. */
const FIRST_ROWS = 8;
/** No row is lower: one that is not laid out yet must not make room for all the others. */
const LEAST_HEIGHT = 24;
/** The page's header and the inspector's own bar, in pixels: what is brought to the top stands below them. */
const COVERED = 92;

export interface RowListHandle {
  /** Brings a row to the top of the window. */
  readonly show: (index: number) => void;
  /** Brings a row into the window, if it is not there. */
  readonly reach: (index: number) => void;
  /** Indices of the first and the last row in the window. */
  readonly range: () => { readonly first: number; readonly last: number };
}

export interface RowListProps {
  readonly rows: readonly InspectorRow[];
  readonly renderRow: (row: InspectorRow) => ReactNode;
  /** Index of the row to show first; -1 for the top of the page. */
  readonly initial: number;
  /** False for the first picture, which holds no more than the window. */
  readonly hasSettled: boolean;
  /** False as long as the reader may only pass by: what is out of sight is not drawn for that. */
  readonly isLookedAt: boolean;
  readonly handle: Ref<RowListHandle>;
}

/** The rows in order; of a long trajectory only those near the window. */
export function RowList({ rows, renderRow, initial, hasSettled, isLookedAt, handle }: RowListProps) {
  'use no memo'; // useWindowVirtualizer returns one object that changes inside; the React Compiler would freeze it.
  const list = useRef<HTMLOListElement>(null);
  const top = useTop(list);
  const isShort = rows.length <= VIRTUAL_FROM;
  const arrived = useRef(false);
  /** The window has come to the row that the link names: until then nothing else is drawn. */
  const reached = useRef(false);
  // oxlint-disable-next-line react/incompatible-library -- see 'use no memo'
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => rowHeight(rows[index]!),
    measureElement: (element) => Math.max(LEAST_HEIGHT, element.getBoundingClientRect().height),
    overscan: hasSettled ? 6 : 0,
    rangeExtractor: (range) => {
      reached.current ||= initial < 0 || (range.startIndex <= initial && initial <= range.endIndex);
      if (!reached.current && initial < range.count) return firstRows(initial, range.count);
      return isShort && isLookedAt ? indicesFrom(0, range.count) : defaultRangeExtractor(range);
    },
    scrollMargin: top,
    scrollPaddingStart: COVERED,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  const range = () => {
    const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
    return { first: startIndex, last: endIndex };
  };
  useImperativeHandle(handle, () => ({
    show: (index) => virtualizer.scrollToIndex(index, { align: 'start' }),
    reach: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    range,
  }));
  // Shows the row that the link names, once: after that the reader's own scrolling counts.
  useEffect(() => {
    if (arrived.current || top === 0 || initial < 0) return;
    arrived.current = true;
    virtualizer.scrollToIndex(initial, { align: 'start' });
  });
  return (
    <ol ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }} data-testid="steps">
      {virtualizer.getVirtualItems().map(({ index, start, key }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          aria-setsize={rows.length}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {rows[index] === undefined ? null : renderRow(rows[index])}
        </li>
      ))}
    </ol>
  );
}

/** Near the end the rows before are in the window as well. */
function firstRows(initial: number, count: number): number[] {
  return indicesFrom(Math.max(0, Math.min(initial, count - FIRST_ROWS)), Math.min(count, initial + FIRST_ROWS));
}

function indicesFrom(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

/** Where the list begins in the document: what stands above it may still load. */
function useTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const element = list.current;
      if (element !== null) setTop(Math.round(element.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return top;
}
