import { Suspense, type ReactNode } from 'react';
import { Header, HeaderFrame } from './header';
import { Wordmark } from './wordmark';

/** The frame of every page: skip link, header, and the one `main`. Pages render their matter only. */
export function AppShell({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-60 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      {/* The header reads the URL, which an exported page knows only in the browser. */}
      <Suspense fallback={<HeaderFrame start={<Wordmark />} />}>
        <Header />
      </Suspense>
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
