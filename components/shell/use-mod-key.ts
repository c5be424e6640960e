'use client';

import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** @returns the name of the command key on this machine; `Ctrl` until that is known */
export function useModKey(): string {
  return useSyncExternalStore(
    subscribe,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  );
}
