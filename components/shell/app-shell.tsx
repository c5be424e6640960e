import type { ReactNode } from 'react';

import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { CorpusProvider } from '@/lib/data';
import { Header } from './header';
import { HeaderFrame } from './header-frame';
import { PageSkeleton } from './page-skeleton';
import { Wordmark } from './wordmark';

/** The frame of every page: skip link, header, and the one `main`. Pages render their matter only. */
export function AppShell({ children }: { readonly children: ReactNode }) {
  return (
    // An exported page learns its URL, and with it the corpus, only in the browser: until then the frame is empty.
    <PromptSuspense
      fallback={
        <Frame header={<HeaderFrame start={<Wordmark />} />}>
          <PageSkeleton />
        </Frame>
      }
    >
      <CorpusProvider>
        <Frame header={<Header />}>{children}</Frame>
      </CorpusProvider>
    </PromptSuspense>
  );
}

function Frame({ header, children }: { readonly header: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-60 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      {header}
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
