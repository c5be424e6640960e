import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { MixtureView } from './mixture-view';

export const metadata: Metadata = { title: 'Mixture' };

export default function Page() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <MixtureView />
    </Suspense>
  );
}
