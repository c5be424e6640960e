'use client';

import { useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { NeighboursBar } from '@/components/content/neighbours-bar';
import { useKeys } from '@/components/content/use-keys';
import type { TrajectoryLinks } from '@/components/trajectory/types';
import { ErrorBoundary } from '@/components/ui';
import type { QueryRow } from '@/lib/corpus';
import { prefetchQuery, readQuery, useCorpus } from '@/lib/data';
import { trajectoryFirstSteps, trajectoryNeighbours } from '@/lib/queries/trajectories';
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
  const { go, hrefOf } = useOtherTrajectory();
  const ahead = useRef<Side>('next_id');
  const { state, found } = useNeighbours(id, list, ahead);
  const previous = found?.previous_id ?? null;
  const next = found?.next_id ?? null;
  const pressed = useRef<Side | null>(null);
  const press = (which: Side) => () => {
    ahead.current = which;
    // A key that is pressed before it is known where it leads counts once it is.
    if (state === 'loading') pressed.current = which;
    else go(found?.[which] ?? null);
  };
  useEffect(() => {
    if (state === 'loading' || pressed.current === null) return;
    go(found?.[pressed.current] ?? null);
    pressed.current = null;
  });
  const [forward, back] = [press('next_id'), press('previous_id')];
  useKeys({ n: forward, ']': forward, p: back, '[': back });
  return (
    <NeighboursBar
      position={found?.position ?? null}
      total={found?.trajectories ?? null}
      previous={hrefOf(previous)}
      next={hrefOf(next)}
      placeholder={state === 'loading' ? '…' : state === 'failed' ? 'position unknown' : 'not in this list'}
      listHref={links.list}
      listLabel="Back to the list"
    />
  );
}

type Side = 'previous_id' | 'next_id';
type Neighbours = QueryRow<ReturnType<typeof trajectoryNeighbours>>;

interface NeighboursState {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly found: Neighbours | undefined;
}

const LOADING: NeighboursState = { state: 'loading', found: undefined };

/**
 * What stands before and after in the list. What a next key will need is read ahead: the steps of the side that the
 * reader goes to before what stands beside the steps here, everything else behind that.
 */
function useNeighbours(id: string, list: TrajectoryListState, ahead: RefObject<Side>): NeighboursState {
  const corpus = useCorpus();
  const filter = JSON.stringify([trajectoryFilterOf(list), effectiveTrajectorySort(list)]);
  const key = `${corpus.baseUrl} ${id} ${filter}`;
  const [answer, setAnswer] = useState<NeighboursState & { readonly key: string }>({ ...LOADING, key: '' });
  useEffect(() => {
    const [where, order] = JSON.parse(filter) as Parameters<typeof trajectoryNeighbours> extends [string, ...infer Rest]
      ? Rest
      : never;
    let isLate = false;
    const put = (state: NeighboursState) => (isLate ? undefined : setAnswer({ ...state, key }));
    readQuery(corpus, trajectoryNeighbours(id, where, order), { background: true }).then(
      ([found]) => {
        put({ state: 'ready', found });
        for (const side of ['next_id', 'previous_id'] as const) {
          const other = found?.[side];
          if (!other) continue;
          prefetchQuery(corpus, trajectoryFirstSteps(other), { background: side !== ahead.current });
          prefetchQuery(corpus, trajectoryNeighbours(other, where, order));
        }
      },
      () => put({ state: 'failed', found: undefined }),
    );
    return () => {
      isLate = true;
    };
  }, [corpus, id, filter, key, ahead]);
  return answer.key === key ? answer : LOADING;
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
