import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CatalogueFrame } from './catalogue-frame';
import { CatalogueView } from './catalogue-view';

export const metadata: Metadata = { title: 'APIs' };

export default function ApisPage() {
  return (
    <Suspense fallback={<CatalogueFrame />}>
      <CatalogueView />
    </Suspense>
  );
}
