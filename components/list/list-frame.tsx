import type { ReactNode } from 'react';
import { FacetSkeleton } from './facet-skeleton';
import { ListSkeleton } from './list-skeleton';

export interface ListFrameProps {
  /** Heading of the page, for readers of the page by ear. */
  readonly title: string;
  /** What the rows are called. */
  readonly noun: string;
  /** Facets that the rail will hold, while they load. */
  readonly facets: Parameters<typeof FacetSkeleton>[0]['facets'];
  readonly rail?: ReactNode;
  readonly children?: ReactNode;
  readonly aside?: ReactNode;
}

/** A list's layout, which stays in place while its parts load: rail, list, preview. */
export function ListFrame({ title, noun, facets, rail, children, aside }: ListFrameProps) {
  return (
    <div className="flex h-[calc(100dvh-var(--header-height))] min-h-80">
      <h1 className="sr-only">{title}</h1>
      <aside
        aria-label="Filters"
        className="hidden w-60 shrink-0 overflow-y-auto overscroll-contain border-r border-line lg:block"
      >
        {rail ?? <FacetSkeleton facets={facets} />}
      </aside>
      <section aria-label={noun} className="flex min-w-0 flex-1 flex-col">
        {children ?? (
          <>
            <div className="h-12 shrink-0 max-md:h-21" />
            <ListSkeleton noun={noun} />
          </>
        )}
      </section>
      {aside}
    </div>
  );
}
