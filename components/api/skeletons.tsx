import { PAGE } from '@/components/content/page-width';
import { Loading, Skeleton } from '@/components/ui';

export function ApiPageSkeleton() {
  return (
    <div className={PAGE}>
      <Loading label="Loading the API">
        <Skeleton className="mt-4 h-4 w-56" />
        <Skeleton className="mt-3 h-6 w-80 max-w-full" />
        <ApiFactsSkeleton />
        <ApiBodySkeleton />
      </Loading>
    </div>
  );
}

export function ApiFactsSkeleton() {
  return (
    <Loading label="Loading what the catalogue knows">
      <Skeleton className="mt-2 h-4 w-96 max-w-full" />
      <Skeleton className="mt-3 h-5 w-[34rem] max-w-full" />
      <div className="mt-4 flex flex-wrap gap-6">
        {['w-40', 'w-36', 'w-24', 'w-52'].map((width) => (
          <Skeleton key={width} className={`h-4 ${width}`} />
        ))}
      </div>
    </Loading>
  );
}

export function ApiBodySkeleton() {
  return (
    <Loading label="Loading the documentation">
      <div className="mt-4 border-t border-line pt-5">
        <Skeleton className="h-5 w-36" />
        {['w-full', 'w-11/12', 'w-full', 'w-2/3'].map((width, index) => (
          <Skeleton key={index} className={`mt-2.5 h-3.5 max-w-[78ch] ${width}`} />
        ))}
      </div>
      <div className="mt-6 border-t border-line pt-5">
        <Skeleton className="h-5 w-28" />
        <RowsSkeleton rows={6} />
      </div>
    </Loading>
  );
}

export function RowsSkeleton({ rows }: { readonly rows: number }) {
  return (
    <>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className="mt-2.5 h-5 w-full" />
      ))}
    </>
  );
}
