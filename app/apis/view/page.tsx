import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ApiPageSkeleton } from '@/components/api/skeletons';
import { ApiView } from './api-view';

export const metadata: Metadata = { title: 'API' };

export default function Page() {
  return (
    <Suspense fallback={<ApiPageSkeleton />}>
      <ApiView />
    </Suspense>
  );
}
