'use client';

import { describeProgress } from '@/components/shell/engine-status';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { useEngineProgress } from '@/lib/data';

/** The list before its first rows: the same header and row height, and what is being loaded. */
export function ListSkeleton({ noun }: { readonly noun: string }) {
  const progress = describeProgress(useEngineProgress());
  return (
    <div className="relative min-h-0 flex-1 overflow-hidden bg-surface" data-testid="list-skeleton">
      <Loading label={progress ?? `Loading ${noun}`}>
        <div className="flex h-7 items-center gap-3 border-b border-line-strong bg-canvas px-2 text-xs text-ink-3">
          <span className="tabular">{progress ?? `Reading the ${noun}`}</span>
        </div>
        {Array.from({ length: 40 }, (_, row) => (
          <div key={row} className="flex h-14 items-center gap-4 border-b border-line/60 px-2 sm:h-7">
            <span style={{ width: `${14 + ((row * 7) % 9)}%` }}>
              <Skeleton className="h-2.5 w-full" />
            </span>
            <Skeleton className="h-2.5 w-8" />
            <span style={{ width: `${18 + ((row * 11) % 12)}%` }}>
              <Skeleton className="h-2.5 w-full" />
            </span>
            <span className="max-sm:hidden" style={{ width: `${20 + ((row * 5) % 14)}%` }}>
              <Skeleton className="h-2.5 w-full" />
            </span>
          </div>
        ))}
      </Loading>
    </div>
  );
}
