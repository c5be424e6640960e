import { OverviewSkeleton } from '@/components/overview/overview-skeleton';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { OverviewView } from './overview-view';

export default function OverviewPage() {
  return (
    <PromptSuspense fallback={<OverviewSkeleton />}>
      <OverviewView />
    </PromptSuspense>
  );
}
