'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { toast, Toaster } from 'sonner';
import { listenToToasts } from './toast';

/** Sonner, in our clothes. */
export function ToastArea() {
  const { resolvedTheme } = useTheme();
  useEffect(
    () =>
      listenToToasts(({ kind, title, description }) => {
        const options = description === null ? {} : { description };
        if (kind === 'plain') toast(title, options);
        else toast[kind](title, options);
      }),
    [],
  );
  return (
    <Toaster
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'floating flex w-80 items-start gap-2 p-3 text-sm',
          title: 'font-medium',
          description: 'mt-0.5 text-xs text-ink-2 break-words',
          error: 'border-l-2! border-l-bad!',
          success: 'border-l-2! border-l-good!',
        },
      }}
    />
  );
}
