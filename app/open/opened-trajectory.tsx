'use client';

import { FileSearch } from 'lucide-react';
import Link from 'next/link';
import { useQueryState, useQueryStates } from 'nuqs';
import { use, useMemo } from 'react';
import { useKeys } from '@/components/content/use-keys';
import { PAGE } from '@/components/content/page-width';
import { useTitle } from '@/components/content/use-title';
import { visibleText } from '@/components/content/visible-text';
import { NeighboursBar } from '@/components/content/neighbours-bar';
import { selectOpened } from '@/components/open/select-opened';
import { Inspector } from '@/components/trajectory/inspector';
import { FactsSkeleton, StepsSkeleton } from '@/components/trajectory/skeletons';
import { TrajectoryActions } from '@/components/trajectory/trajectory-actions';
import { TrajectoryFacts } from '@/components/trajectory/trajectory-facts';
import { TrajectoryHeading } from '@/components/trajectory/trajectory-heading';
import { TrajectoryPath } from '@/components/trajectory/trajectory-path';
import type { TrajectoryLinks } from '@/components/trajectory/types';
import { useInspectorState } from '@/components/trajectory/use-inspector-state';
import { Button, EmptyState, PanelBoundary } from '@/components/ui';
import type { OpenedSummary } from '@/lib/open/opened';
import { openedTrajectory } from '@/lib/open/session';
import { apiHref, corpusParser, inspectorParsers, openHref, openParsers } from '@/lib/url';
import { openedReads } from './opened-reads';

export interface OpenedTrajectoryProps {
  readonly id: string;
  readonly summary: OpenedSummary;
}

/** One trajectory of opened files, in the inspector that a corpus's trajectories have. */
export function OpenedTrajectory({ id, summary }: OpenedTrajectoryProps) {
  const { links, neighbours, go } = useOpenedPlace(id, summary);
  useKeys({
    n: () => go(neighbours.next),
    ']': () => go(neighbours.next),
    p: () => go(neighbours.previous),
    '[': () => go(neighbours.previous),
  });
  return (
    <div className={PAGE} data-testid="trajectory-page">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-3">
        <TrajectoryPath id={id} listHref={links.list} list="Opened files" />
        <NeighboursBar
          position={neighbours.position}
          total={neighbours.total}
          previous={neighbours.previous === null ? null : links.trajectory(neighbours.previous)}
          next={neighbours.next === null ? null : links.trajectory(neighbours.next)}
          placeholder="not in this list"
          listHref={links.list}
          listLabel="Back to the list"
        />
      </div>
      <PanelBoundary
        name="the trajectory"
        fallback={
          <>
            <FactsSkeleton />
            <StepsSkeleton />
          </>
        }
        resetKey={id}
      >
        <Loaded key={id} id={id} links={links} />
      </PanelBoundary>
    </div>
  );
}

function Loaded({ id, links }: { readonly id: string; readonly links: TrajectoryLinks }) {
  const whole = use(openedTrajectory(id));
  const { state, change } = useInspectorState();
  const reads = useMemo(() => openedReads(id), [id]);
  const task = whole?.trajectory.task ?? id;
  useTitle(task);
  if (whole === null) return <Gone id={id} links={links} />;
  const { trajectory, steps, calls } = whole;
  return (
    <>
      <header className="pb-4">
        <TrajectoryHeading id={id} task={task} hasLink={false} />
        {/* The numbers of a corpus's index have no meaning here. */}
        <TrajectoryFacts
          trajectory={{ ...trajectory, trajectory_no: 0, facet_no: 0 }}
          source={undefined}
          links={links}
        />
      </header>
      <Inspector
        {...{ steps, calls, reads, links, state }}
        onChange={change}
        actions={<TrajectoryActions id={id} reads={reads} corpus="an opened file" />}
      />
    </>
  );
}

interface Neighbours {
  readonly position: number | null;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** What belongs to one trajectory: another one is looked at in the same way, from its beginning. */
const PLACE = { step: inspectorParsers.step, call: inspectorParsers.call, fold: inspectorParsers.fold };

function useOpenedPlace(id: string, summary: OpenedSummary) {
  const [place] = useQueryStates(openParsers);
  const [corpus] = useQueryState('corpus', corpusParser);
  const [, setId] = useQueryState('id', { history: 'push' });
  const [, setPlace] = useQueryStates(PLACE);
  const { q, sort } = place;
  const list = useMemo(() => selectOpened(summary.trajectories, { q, sort }), [summary, q, sort]);
  const links = useMemo((): TrajectoryLinks => {
    const kept = { ...place, corpus };
    return {
      trajectory: (to, at = null) => openHref(kept, to, at),
      api: (api) => apiHref(api, { corpus }),
      source: () => openHref(kept),
      list: openHref(kept),
    };
  }, [place, corpus]);
  const at = list.findIndex(({ trajectory_id }) => trajectory_id === id);
  const neighbours: Neighbours = {
    position: at < 0 ? null : at + 1,
    total: list.length,
    previous: at < 0 ? null : (list[at - 1]?.trajectory_id ?? null),
    next: at < 0 ? null : (list[at + 1]?.trajectory_id ?? null),
  };
  const go = (to: string | null) => {
    if (to === null) return;
    window.scrollTo(0, 0);
    void setPlace(null);
    void setId(to);
  };
  return { links, neighbours, go };
}

function Gone({ id, links }: { readonly id: string; readonly links: TrajectoryLinks }) {
  return (
    <EmptyState
      icon={FileSearch}
      title="The opened files hold no record of this id"
      actions={
        <Button asChild>
          <Link href={links.list} prefetch={false}>
            What they do hold
          </Link>
        </Button>
      }
    >
      <p>
        The link names{' '}
        <code className="font-mono text-xs [overflow-wrap:anywhere]">{visibleText(id.slice(0, 300))}</code>. The file
        may have changed since the link was made, or another file was meant.
      </p>
    </EmptyState>
  );
}
