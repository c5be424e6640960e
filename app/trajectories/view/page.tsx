import type { Metadata } from 'next';
import { PAGE } from '@/components/content/page-width';
import { FactsSkeleton, StepsSkeleton } from '@/components/trajectory/skeletons';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { TrajectoryView } from './trajectory-view';

export const metadata: Metadata = { title: 'Trajectory' };

export default function Page() {
  return (
    <PromptSuspense
      fallback={
        <div className={PAGE}>
          <FactsSkeleton />
          <StepsSkeleton />
        </div>
      }
    >
      <TrajectoryView />
    </PromptSuspense>
  );
}
