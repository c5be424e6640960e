'use client';

import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { hadToast, onToast } from './toast';

const ToastArea = dynamic(() => import('./toast-area').then((module) => module.ToastArea), { ssr: false });

/** Where toasts appear; once, in the shell. Costs nothing before the first one. */
export function Toaster() {
  const needed = useSyncExternalStore(onToast, hadToast, () => false);
  return needed ? <ToastArea /> : null;
}
