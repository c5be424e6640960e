'use client';

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { offsetOf, positionAfter, positionAt, scrolledHeight, type Extent, type Position } from './scroll-scale';

/** Rows that are rendered above and below the screen. */
const OVERSCAN = 10;

export interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Height of a row in px; all rows are of one height. */
  readonly rowHeight: number;
  /** Height of what covers the top of the scroller in px. */
  readonly header: number;
  /** Row that is in sight when the list is first shown. */
  readonly initialIndex: number;
}

/** What is in the document: row `i` stands at `i * rowHeight + shift` within the element of `height`. */
interface Shown {
  /** First and last index on screen; last is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  /** Height of the part that shows rows, in px. */
  readonly screen: number;
}

const NOTHING: Shown = { from: 0, to: 0, shift: 0, screen: 0 };

/** The rows on screen of a list of any length, and how to bring others there. No row outside of it costs anything. */
export function useRowWindow({ scroller, count, rowHeight, header, initialIndex }: RowWindowOptions) {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const position = useRef<Position>({ offset: 0, top: 0 });
  const extentOf = (element: HTMLElement): Extent => ({
    total: count * rowHeight,
    screen: Math.max(0, element.clientHeight - header),
  });

  const show = ({ offset, top }: Position, { screen }: Extent) => {
    const from = Math.min(count, Math.floor(offset / rowHeight));
    const to = Math.min(count, Math.ceil((offset + screen) / rowHeight));
    const next = { from, to, shift: top - offset, screen };
    setShown((old) =>
      Object.keys(next).every((key) => old[key as keyof Shown] === next[key as keyof Shown]) ? old : next,
    );
  };
  const moveTo = (offset: number) => {
    const element = scroller.current;
    if (element === null) return;
    const extent = extentOf(element);
    position.current = positionAt(offset, extent);
    if (element.scrollTop !== position.current.top) element.scrollTop = position.current.top;
    show(position.current, extent);
  };

  const onScroll = useEffectEvent((element: HTMLElement) => {
    const extent = extentOf(element);
    const next = positionAfter(position.current, element.scrollTop, extent);
    position.current = next;
    if (next.top !== element.scrollTop) element.scrollTop = next.top;
    // Rows have to be there before the browser paints the new position.
    flushSync(() => show(next, extent));
  });
  const onResize = useEffectEvent(() => moveTo(position.current.offset));

  useLayoutEffect(() => {
    moveTo(Math.max(0, initialIndex - 6) * rowHeight);
    // Only when it is first shown.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useLayoutEffect(() => {
    onResize();
  }, [count, rowHeight, header]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const listen = () => onScroll(element);
    element.addEventListener('scroll', listen, { passive: true });
    const observer = new ResizeObserver(() => onResize());
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', listen);
      observer.disconnect();
    };
  }, [scroller]);

  return {
    ...shown,
    /** First and last index to render; last is exclusive. */
    first: Math.max(0, shown.from - OVERSCAN),
    last: Math.min(count, shown.to + OVERSCAN),
    height: scrolledHeight({ total: count * rowHeight, screen: shown.screen }),
    /** Brings a row on screen. */
    reveal: (index: number, align: 'auto' | 'center' = 'auto') => {
      const element = scroller.current;
      if (element === null) return;
      moveTo(offsetOf(index, rowHeight, position.current.offset, extentOf(element), align));
    },
  };
}
