'use client';

import { startTransition, useEffect, useState } from 'react';
import { whenIdle } from '@/lib/data';

/**
 * For what the first picture of a page can do without.
 * @param rest milliseconds that are left to the reader first, who may go on to the next page at once
 * @returns false at first; true once the page is drawn and has nothing more urgent to do
 */
export function useSettled(rest = 0): boolean {
  const [hasSettled, setSettled] = useState(false);
  useEffect(() => {
    const settle = () => whenIdle(() => startTransition(() => setSettled(true)), 1_000);
    if (rest === 0) return settle();
    let giveUp = () => {};
    const timer = setTimeout(() => (giveUp = settle()), rest);
    return () => {
      clearTimeout(timer);
      giveUp();
    };
  }, [rest]);
  return hasSettled;
}
