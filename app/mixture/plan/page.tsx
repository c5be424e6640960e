import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { PlanView } from './plan-view';

export const metadata: Metadata = { title: 'Ratio planner' };

export default function Page() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <PlanView />
    </Suspense>
  );
}
