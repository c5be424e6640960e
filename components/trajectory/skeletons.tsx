import { Loading, Skeleton } from '@/components/ui';

export function StepsSkeleton() {
  return (
    <Loading label="Loading the steps">
      {[1, 3, 6, 2].map((lines, index) => (
        <div key={index} className="grid gap-x-4 border-t border-line py-3 pl-3 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
          <Skeleton className="h-4 w-14" />
          <div>
            {Array.from({ length: lines }, (_, line) => (
              <Skeleton key={line} className="mb-2 h-4 w-full max-w-[70ch]" />
            ))}
          </div>
        </div>
      ))}
    </Loading>
  );
}

export function FactsSkeleton() {
  return (
    <Loading label="Loading the trajectory">
      <Skeleton className="mt-2 h-6 w-[32rem] max-w-full" />
      <div className="mt-3 flex flex-wrap gap-6">
        {['w-44', 'w-24', 'w-20', 'w-52'].map((width) => (
          <Skeleton key={width} className={`h-4 ${width}`} />
        ))}
      </div>
    </Loading>
  );
}
