import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ListFrame, ListLoading } from '@/components/trajectory/list-frame';
import { TrajectoriesView } from './trajectories-view';

export const metadata: Metadata = { title: 'Trajectories' };

export default function Page() {
  return (
    <Suspense
      fallback={
        <ListFrame toolbar={null}>
          <ListLoading />
        </ListFrame>
      }
    >
      <TrajectoriesView />
    </Suspense>
  );
}
