'use client';

import { startTransition, useEffect, useState } from 'react';

/**
 * For what the first picture of a page can do without.
 * @returns false at first; true once the page is drawn and has nothing more urgent to do
 */
export function useSettled(): boolean {
  const [hasSettled, setSettled] = useState(false);
  useEffect(() => {
    const settle = () => startTransition(() => setSettled(true));
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(settle, 0);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(settle, { timeout: 1_000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return hasSettled;
}
