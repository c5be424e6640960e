'use client';

import { useTheme } from 'next-themes';
import { Toaster as Sonner } from 'sonner';

export { toast } from 'sonner';

/** Where toasts appear; once, in the shell. `toast('Copied')`, `toast.error('…', { description })`. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: 'floating flex w-80 items-start gap-2 p-3 text-sm',
          title: 'font-medium',
          description: 'mt-0.5 text-xs text-ink-2 break-words',
          actionButton: 'ml-auto shrink-0 cursor-pointer rounded-sm px-2 text-accent font-medium',
          error: 'border-l-2! border-l-bad!',
          success: 'border-l-2! border-l-good!',
        },
      }}
    />
  );
}
