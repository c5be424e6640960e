import type { Metadata } from 'next';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { MixtureView } from './mixture-view';

export const metadata: Metadata = { title: 'Mixture' };

export default function Page() {
  return (
    <PromptSuspense fallback={<PageSkeleton />}>
      <MixtureView />
    </PromptSuspense>
  );
}
