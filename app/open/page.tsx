import type { Metadata } from 'next';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { OpenView } from './open-view';

export const metadata: Metadata = { title: 'Open a file' };

export default function Page() {
  return (
    <PromptSuspense fallback={<PageSkeleton />}>
      <OpenView />
    </PromptSuspense>
  );
}
