'use client';

import { useCallback, useState } from 'react';

/** @returns a ref for an element, and its width in px; the fallback before it is laid out */
export function useWidth(fallback: number): {
  readonly width: number;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [width, setWidth] = useState(fallback);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = () => setWidth((before) => Math.round(element.clientWidth) || before);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
