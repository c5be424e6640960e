import type { Metadata } from 'next';
import { ApiPageSkeleton } from '@/components/api/skeletons';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { ApiView } from './api-view';

export const metadata: Metadata = { title: 'API' };

export default function Page() {
  return (
    <PromptSuspense fallback={<ApiPageSkeleton />}>
      <ApiView />
    </PromptSuspense>
  );
}
