import type { Metadata } from 'next';
import { PageSkeleton } from '@/components/shell/page-skeleton';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { PlanView } from './plan-view';

export const metadata: Metadata = { title: 'Ratio planner' };

export default function Page() {
  return (
    <PromptSuspense fallback={<PageSkeleton />}>
      <PlanView />
    </PromptSuspense>
  );
}
