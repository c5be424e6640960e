'use client';

import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { Toaster } from '@/components/ui/toaster';
import { TooltipProvider } from '@/components/ui/tooltip';
import { preloadCorpus } from '@/lib/data';
import { ShellProvider } from './shell-context';

// On the module's first run, before React: the request goes out while other code is still on its way.
preloadCorpus();

/** What every page may rely on: theme, URL state, tooltips, toasts, the shell's dialogs. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      storageKey="forge-theme"
    >
      <NuqsAdapter>
        <TooltipProvider>
          <ShellProvider>{children}</ShellProvider>
          <Toaster />
        </TooltipProvider>
      </NuqsAdapter>
    </ThemeProvider>
  );
}
