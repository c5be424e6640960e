'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { openAddress, openedAddress, openSession, type OpenState } from '@/lib/open/session';

/**
 * What is open in this tab. A file that the address of the page names is fetched when the page is shown.
 * @param file address of a file, or null
 * @param format name of the format to read it as, or null
 */
export function useOpenSession(file: string | null, format: string | null): OpenState {
  const state = useSyncExternalStore(openSession.subscribe, openSession.current, openSession.initial);
  useEffect(() => {
    if (file !== null && openedAddress() !== file && /^https?:\/\//i.test(file)) void openAddress(file, format);
  }, [file, format]);
  return state;
}
