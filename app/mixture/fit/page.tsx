import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { FitView } from './fit-view';

export const metadata: Metadata = { title: 'Fit' };

export default function Page() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <FitView />
    </Suspense>
  );
}
