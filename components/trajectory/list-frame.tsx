import type { ReactNode } from 'react';
import { Loading, Skeleton } from '@/components/ui';

export interface ListFrameProps {
  readonly toolbar: ReactNode;
  readonly children: ReactNode;
}

/** The list's layout, which stays in place while its parts load. */
export function ListFrame({ toolbar, children }: ListFrameProps) {
  return (
    <div className="flex h-[calc(100dvh-var(--header-height))] min-h-80 flex-col">
      <h1 className="sr-only">Trajectories</h1>
      <div className="flex min-h-12 flex-wrap items-center gap-2 px-3 py-2 sm:px-4">{toolbar}</div>
      <section aria-label="Trajectories" className="flex min-h-0 flex-1 flex-col border-t border-line">
        {children}
      </section>
    </div>
  );
}

export function ListLoading() {
  return (
    <div className="min-h-0 flex-1 overflow-hidden bg-surface">
      <Loading label="Loading the trajectories">
        <div className="h-7 border-b border-line-strong bg-canvas" />
        {Array.from({ length: 36 }, (_, row) => (
          <div key={row} className="flex h-14 items-center gap-6 border-b border-line/60 px-3 sm:h-7">
            <span style={{ width: `${32 + ((row * 7) % 17)}%` }}>
              <Skeleton className="h-2.5 w-full" />
            </span>
            <Skeleton className="h-2.5 w-28 max-sm:hidden" />
            <Skeleton className="h-2.5 w-16 max-sm:hidden" />
            <Skeleton className="ml-auto h-2.5 w-10" />
          </div>
        ))}
      </Loading>
    </div>
  );
}
