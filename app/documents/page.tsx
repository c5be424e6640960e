import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DocumentListFrame } from './list-frame';
import { DocumentsView } from './documents-view';

export const metadata: Metadata = { title: 'Documents' };

export default function Page() {
  return (
    <Suspense fallback={<DocumentListFrame />}>
      <DocumentsView />
    </Suspense>
  );
}
