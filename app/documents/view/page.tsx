import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DocumentView, DocumentSkeleton } from './document-view';

export const metadata: Metadata = { title: 'Document' };

export default function Page() {
  return (
    <Suspense fallback={<DocumentSkeleton />}>
      <DocumentView />
    </Suspense>
  );
}
