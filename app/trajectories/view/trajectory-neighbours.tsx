'use client';

import { useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { Suspense, useEffect } from 'react';
import { NeighboursBar } from '@/components/content/neighbours-bar';
import { useKeys } from '@/components/content/use-keys';
import { useLater } from '@/components/content/use-later';
import type { TrajectoryLinks } from '@/components/trajectory/types';
import { ErrorBoundary } from '@/components/ui';
import { prefetchQuery, useCorpus } from '@/lib/data';
import { trajectoryNeighbours, trajectorySteps } from '@/lib/queries/trajectories';
import {
  effectiveTrajectorySort,
  idParser,
  inspectorParsers,
  trajectoryFilterOf,
  type TrajectoryListState,
} from '@/lib/url';

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
  const { go, hrefOf } = useOtherTrajectory();
  const query = trajectoryNeighbours(id, trajectoryFilterOf(list), effectiveTrajectorySort(list));
  const later = useLater(query, 'trajectory-neighbours');
  const found = later.state === 'ready' ? later.rows[0] : undefined;
  const previous = found?.previous_id ?? null;
  const next = found?.next_id ?? null;
  useKeys({ n: () => go(next), ']': () => go(next), p: () => go(previous), '[': () => go(previous) });
  useEffect(() => {
    for (const neighbour of [next, previous]) if (neighbour !== null) prefetchQuery(corpus, trajectorySteps(neighbour));
  }, [corpus, next, previous]);
  return (
    <NeighboursBar
      position={found?.position ?? null}
      total={found?.trajectories ?? null}
      previous={hrefOf(previous)}
      next={hrefOf(next)}
      placeholder={later.state === 'loading' ? '…' : later.state === 'failed' ? 'position unknown' : 'not in this list'}
      listHref={links.list}
      listLabel="Back to the list"
    />
  );
}

/** What belongs to one trajectory: another one is looked at in the same way, from its beginning. */
const PLACE = { id: idParser, step: inspectorParsers.step, call: inspectorParsers.call, fold: inspectorParsers.fold };

/** The way to another trajectory that leaves the list, and what is shown and looked for, as they are. */
function useOtherTrajectory() {
  const [, setPlace] = useQueryStates(PLACE, { history: 'push' });
  const params = useSearchParams();
  const hrefOf = (to: string | null): string | null => {
    if (to === null) return null;
    const kept = new URLSearchParams(params);
    for (const name of ['step', 'call', 'fold']) kept.delete(name);
    kept.set('id', to);
    return `/trajectories/view/?${kept}`;
  };
  const go = (to: string | null) => {
    if (to === null) return;
    window.scrollTo(0, 0);
    void setPlace({ id: to, step: null, call: null, fold: null });
  };
  return { go, hrefOf };
}
