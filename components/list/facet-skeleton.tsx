import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { FacetDeclaration } from './filter-model';

/** The rail before its counts are here, at the same height. */
export function FacetSkeleton({ facets }: { readonly facets: readonly Pick<FacetDeclaration, 'facet' | 'folded'>[] }) {
  return (
    <Loading label="Loading facets">
      {facets.map(({ facet, folded }) => (
        <div key={facet} className="border-b border-line px-3 py-3">
          <Skeleton className="h-3 w-20" />
          {folded === true ? null : (
            <div className="mt-3 flex flex-col gap-3">
              {[70, 55, 62, 40].map((width) => (
                <div key={width} className="flex justify-between">
                  <span style={{ width: `${width}%` }}>
                    <Skeleton className="h-2.5 w-full" />
                  </span>
                  <Skeleton className="h-2.5 w-8" />
                </div>
              ))}
            </div>
          )}
        </div>
      ))}
    </Loading>
  );
}
