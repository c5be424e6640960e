'use client';

import { useEffect, useState, type RefObject } from 'react';

/** How far below the window counts as near, so that what is read for it is there when the reader is. */
const MARGIN = '600px';

/**
 * @param element what is watched
 * @returns whether it has been near the window; true from then on, and where the browser cannot tell
 */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(() => typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (near || element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near, element]);
  return near;
}
