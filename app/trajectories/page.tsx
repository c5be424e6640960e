import type { Metadata } from 'next';
import { PromptSuspense } from '@/components/ui/prompt-suspense';
import { TrajectoryListFrame } from './list-frame';
import { TrajectoriesView } from './trajectories-view';

export const metadata: Metadata = { title: 'Trajectories' };

export default function Page() {
  return (
    <PromptSuspense fallback={<TrajectoryListFrame />}>
      <TrajectoriesView />
    </PromptSuspense>
  );
}
