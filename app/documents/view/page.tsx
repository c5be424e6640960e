import type { Metadata } from 'next';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { DocumentView, DocumentSkeleton } from './document-view';

export const metadata: Metadata = { title: 'Document' };

export default function Page() {
  return (
    <PromptSuspense fallback={<DocumentSkeleton />}>
      <DocumentView />
    </PromptSuspense>
  );
}
