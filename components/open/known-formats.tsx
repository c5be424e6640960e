'use client';

import { lazy, Suspense, useState } from 'react';
import { Skeleton } from '@/components/ui';

const FormatList = lazy(() => import('./format-list').then((module) => ({ default: module.FormatList })));

/** What can be read, on demand: the readers themselves say it, and they are a page's weight of code. */
export function KnownFormats() {
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-sm text-ink-2 hover:text-ink">Which formats can be read?</summary>
      {open ? (
        <Suspense fallback={<Skeleton className="mt-2 h-40 w-full" />}>
          <FormatList />
        </Suspense>
      ) : null}
    </details>
  );
}
