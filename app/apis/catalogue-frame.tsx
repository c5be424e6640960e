'use client';

import { FacetSkeleton } from '@/components/catalogue/facet-panel';
import { ListSkeleton } from '@/components/catalogue/list-skeleton';
import type { ReactNode } from 'react';

export interface CatalogueFrameProps {
  readonly rail?: ReactNode;
  readonly children?: ReactNode;
  readonly aside?: ReactNode;
}

/** The catalogue's layout, which stays in place while its parts load: rail, list, preview. */
export function CatalogueFrame({ rail, children, aside }: CatalogueFrameProps) {
  return (
    <div className="flex h-[calc(100dvh-var(--header-height))] min-h-80">
      <h1 className="sr-only">API catalogue</h1>
      <aside
        aria-label="Filters"
        className="hidden w-60 shrink-0 overflow-y-auto overscroll-contain border-r border-line lg:block"
      >
        {rail ?? <FacetSkeleton />}
      </aside>
      <section aria-label="APIs" className="flex min-w-0 flex-1 flex-col">
        {children ?? (
          <>
            <div className="h-12 shrink-0 max-md:h-21" />
            <ListSkeleton />
          </>
        )}
      </section>
      {aside}
    </div>
  );
}
