'use client';

import { useRouter } from 'next/navigation';
import { Suspense } from 'react';
import { NeighboursBar } from '@/components/content/neighbours-bar';
import { useKeys } from '@/components/content/use-keys';
import { useLater } from '@/components/content/use-later';
import type { TrajectoryLinks } from '@/components/trajectory/types';
import { ErrorBoundary } from '@/components/ui';
import { prefetchQuery, useCorpus } from '@/lib/data';
import { trajectoryNeighbours, trajectorySteps } from '@/lib/queries/trajectories';
import { effectiveTrajectorySort, trajectoryFilterOf, type TrajectoryListState } from '@/lib/url';

interface TrajectoryNeighboursProps {
  readonly id: string;
  readonly list: TrajectoryListState;
  readonly links: TrajectoryLinks;
}

/** Previous and next within the list. It loads behind the page, and its failure leaves the page as it is. */
export function TrajectoryNeighbours(props: TrajectoryNeighboursProps) {
  return (
    <ErrorBoundary name="the neighbours" resetKey={props.id}>
      <Suspense fallback={null}>
        <LoadedNeighbours {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function LoadedNeighbours({ id, list, links }: TrajectoryNeighboursProps) {
  const corpus = useCorpus();
  const router = useRouter();
  const query = trajectoryNeighbours(id, trajectoryFilterOf(list), effectiveTrajectorySort(list));
  const later = useLater(query, 'trajectory-neighbours');
  const found = later.state === 'ready' ? later.rows[0] : undefined;
  const previous = found?.previous_id ?? null;
  const next = found?.next_id ?? null;
  const go = (to: string | null) => () => {
    if (to !== null) router.push(links.trajectory(to));
  };
  useKeys({ n: go(next), ']': go(next), p: go(previous), '[': go(previous) });
  return (
    <NeighboursBar
      position={found?.position ?? null}
      total={found?.trajectories ?? null}
      previous={previous === null ? null : links.trajectory(previous)}
      next={next === null ? null : links.trajectory(next)}
      placeholder={later.state === 'loading' ? '…' : later.state === 'failed' ? 'position unknown' : 'not in this list'}
      listHref={links.list}
      listLabel="Back to the list"
      onApproach={(which) => {
        const to = which === 'next' ? next : previous;
        if (to !== null) prefetchQuery(corpus, trajectorySteps(to));
      }}
    />
  );
}
