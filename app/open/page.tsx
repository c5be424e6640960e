import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { OpenView } from './open-view';

export const metadata: Metadata = { title: 'Open a file' };

export default function Page() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <OpenView />
    </Suspense>
  );
}
