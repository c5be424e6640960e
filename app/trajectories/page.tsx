import type { Metadata } from 'next';
import { Suspense } from 'react';
import { TrajectoryListFrame } from './list-frame';
import { TrajectoriesView } from './trajectories-view';

export const metadata: Metadata = { title: 'Trajectories' };

export default function Page() {
  return (
    <Suspense fallback={<TrajectoryListFrame />}>
      <TrajectoriesView />
    </Suspense>
  );
}
