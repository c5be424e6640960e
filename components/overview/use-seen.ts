'use client';

import { useCallback, useState } from 'react';

/** How far below the window something counts as about to be seen. */
const AHEAD = '300px';

/** @returns a ref for an element, and whether it has come into sight yet */
export function useSeen(): {
  readonly seen: boolean;
  readonly ref: (element: Element | null) => (() => void) | undefined;
} {
  const [seen, setSeen] = useState(false);
  const ref = useCallback((element: Element | null) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { seen, ref };
}
