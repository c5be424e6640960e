import type { Metadata } from 'next';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { DocumentListFrame } from './list-frame';
import { DocumentsView } from './documents-view';

export const metadata: Metadata = { title: 'Documents' };

export default function Page() {
  return (
    <PromptSuspense fallback={<DocumentListFrame />}>
      <DocumentsView />
    </PromptSuspense>
  );
}
