'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import type { AlignedRow } from './align';
import { CompareRow } from './compare-row';

/** Which column a small screen shows. */
export type Side = 'a' | 'b';

export interface CompareRowsHandle {
  readonly show: (index: number) => void;
}

export interface CompareRowsProps {
  readonly rows: readonly AlignedRow[];
  /** Index of the row that the address names; -1 for none. */
  readonly current: number;
  readonly side: Side;
  readonly onMark: (index: number) => void;
  readonly handle: Ref<CompareRowsHandle>;
}

/** The aligned rows; of many only those near the window are in the document. */
export function CompareRows({ rows, current, side, onMark, handle }: CompareRowsProps) {
  'use no memo'; // useWindowVirtualizer returns one object that changes inside; the React Compiler would freeze it.
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [rows]);
  // oxlint-disable-next-line react/incompatible-library -- see 'use no memo'
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 160,
    overscan: 5,
    scrollMargin: top,
    scrollPaddingStart: 96,
  });
  useImperativeHandle(handle, () => ({ show: (index) => virtualizer.scrollToIndex(index, { align: 'start' }) }));
  return (
    <ol ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }} data-testid="aligned">
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
          <CompareRow row={rows[index]!} isCurrent={index === current} side={side} onMark={() => onMark(index)} />
        </li>
      ))}
    </ol>
  );
}
