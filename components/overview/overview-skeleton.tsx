import { Loading, Skeleton } from '@/components/ui/skeleton';

/** The overview's shape, at its final size. */
export function OverviewSkeleton() {
  return (
    <Loading label="Reading corpus.json">
      <div className="page">
        <div className="grid gap-x-10 gap-y-5 pt-8 pb-7 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div>
            <Skeleton className="h-8 w-80 max-w-full" />
            <Skeleton className="mt-4 h-4 w-136 max-w-full" />
            <Skeleton className="mt-2 h-4 w-120 max-w-full" />
            <Skeleton className="mt-2 h-4 w-40" />
          </div>
          <div className="grid gap-2">
            {['w-40', 'w-32', 'w-36', 'w-28', 'w-36', 'w-44', 'w-52'].map((width, index) => (
              // oxlint-disable-next-line no-array-index-key -- a fixed list
              <Skeleton key={index} className={`h-3 ${width}`} />
            ))}
          </div>
        </div>
        <div className="grid grid-cols-2 border-t border-line-strong sm:grid-cols-4 xl:grid-cols-8">
          {Array.from({ length: 8 }, (_, index) => (
            <div key={index} className="h-[93px] border-b border-line px-3 py-3.5 not-first:border-l xl:border-b-0">
              <Skeleton className="h-3 w-14" />
              <Skeleton className="mt-2.5 h-5 w-20" />
              <Skeleton className="mt-3 h-2.5 w-16" />
            </div>
          ))}
        </div>
        <div className="h-14 border-t border-line-strong" />
        <div className="grid gap-x-10 gap-y-4 border-t border-line-strong py-7 lg:grid-cols-[13rem_minmax(0,1fr)]">
          <Skeleton className="h-4 w-24" />
          <div className="h-80">
            <Skeleton className="h-9 w-full" />
          </div>
        </div>
      </div>
    </Loading>
  );
}
