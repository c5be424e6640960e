import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PAGE } from '@/components/content/page-width';
import { FactsSkeleton, StepsSkeleton } from '@/components/trajectory/skeletons';
import { CompareView } from './compare-view';

export const metadata: Metadata = { title: 'Two trajectories' };

export default function Page() {
  return (
    <Suspense
      fallback={
        <div className={PAGE}>
          <FactsSkeleton />
          <StepsSkeleton />
        </div>
      }
    >
      <CompareView />
    </Suspense>
  );
}
