'use client';

import { startTransition, useEffect, useState } from 'react';
import { whenIdle } from '@/lib/data';

/**
 * For what the first picture of a page can do without.
 * @returns false at first; true once the page is drawn and has nothing more urgent to do
 */
export function useSettled(): boolean {
  const [hasSettled, setSettled] = useState(false);
  useEffect(() => whenIdle(() => startTransition(() => setSettled(true)), 1_000), []);
  return hasSettled;
}
