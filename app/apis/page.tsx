import type { Metadata } from 'next';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { CatalogueFrame } from './catalogue-frame';
import { CatalogueView } from './catalogue-view';

export const metadata: Metadata = { title: 'APIs' };

export default function ApisPage() {
  return (
    <PromptSuspense fallback={<CatalogueFrame />}>
      <CatalogueView />
    </PromptSuspense>
  );
}
