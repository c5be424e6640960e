import type { Metadata } from 'next';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { FitView } from './fit-view';

export const metadata: Metadata = { title: 'Fit' };

export default function Page() {
  return (
    <PromptSuspense fallback={<PageSkeleton />}>
      <FitView />
    </PromptSuspense>
  );
}
