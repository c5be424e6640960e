import { Suspense } from 'react';
import { OverviewSkeleton } from '@/components/overview/overview-skeleton';
import { OverviewView } from './overview-view';

export default function OverviewPage() {
  return (
    <Suspense fallback={<OverviewSkeleton />}>
      <OverviewView />
    </Suspense>
  );
}
