'use client';

import { Route } from 'lucide-react';
import Link from 'next/link';
import { useQueryState } from 'nuqs';
import { PAGE } from '@/components/content/page-width';
import { visibleText } from '@/components/content/visible-text';
import { useTitle } from '@/components/content/use-title';
import { FactsSkeleton, StepsSkeleton } from '@/components/trajectory/skeletons';
import { TrajectoryFacts } from '@/components/trajectory/trajectory-facts';
import { TrajectoryHeading } from '@/components/trajectory/trajectory-heading';
import { TrajectoryPath } from '@/components/trajectory/trajectory-path';
import type { CorpusLinks } from '@/components/trajectory/types';
import { Button, EmptyState, PanelBoundary } from '@/components/ui';
import { retry, useCorpus, useQuery } from '@/lib/data';
import { trajectory } from '@/lib/queries/trajectories';
import { idParser } from '@/lib/url';
import { useTrajectoryList } from '../use-trajectory-list';
import { readLinkedSteps } from './read-linked-steps';
import { Steps } from './steps';
import { TrajectoryNeighbours } from './trajectory-neighbours';

if (typeof window !== 'undefined') readLinkedSteps(new URLSearchParams(window.location.search));

/** One trajectory, step by step. */
export function TrajectoryView() {
  const [id] = useQueryState('id', idParser);
  const { list, links } = useTrajectoryList();
  if (id === null) return <NoId links={links} />;
  return (
    <div className={PAGE} data-testid="trajectory-page">
      <header className="pt-3 pb-4">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <TrajectoryPath id={id} listHref={links.list} list="Trajectories" />
          <div className="ml-auto">
            <TrajectoryNeighbours id={id} list={list} links={links} />
          </div>
        </div>
        <PanelBoundary name="the trajectory’s numbers" fallback={<FactsSkeleton />} resetKey={id} onRetry={retry}>
          <Facts id={id} links={links} />
        </PanelBoundary>
      </header>
      <PanelBoundary name="the steps" fallback={<StepsSkeleton />} resetKey={id} onRetry={retry}>
        <Steps key={id} id={id} links={links} />
      </PanelBoundary>
    </div>
  );
}

interface PartProps {
  readonly id: string;
  readonly links: CorpusLinks;
}

function Facts({ id, links }: PartProps) {
  const { manifest } = useCorpus();
  const [found] = useQuery(trajectory(id));
  const task = found?.task ?? id;
  useTitle(task);
  if (found === undefined) return <UnknownTrajectory id={id} links={links} />;
  return (
    <>
      <TrajectoryHeading id={id} task={task} hasLink />
      <TrajectoryFacts
        trajectory={found}
        source={manifest.sources.find(({ source }) => source === found.source)}
        links={links}
      />
    </>
  );
}

function UnknownTrajectory({ id, links }: PartProps) {
  const { manifest } = useCorpus();
  const source = id.slice(0, Math.max(0, id.indexOf(':')));
  const isKnown = manifest.sources.some((entry) => entry.source === source);
  return (
    <EmptyState
      icon={Route}
      title="No trajectory has this id"
      actions={
        <>
          {isKnown ? (
            <Button asChild>
              <Link href={links.source(source)} prefetch={false}>
                All of {source}
              </Link>
            </Button>
          ) : null}
          <ListLink links={links} />
        </>
      }
    >
      <p data-testid="unknown-trajectory">
        The corpus “{manifest.title}” holds no trajectory with the id{' '}
        <code className="font-mono text-xs [overflow-wrap:anywhere]">{visibleText(id.slice(0, 300))}</code>. Another
        corpus or another build may.
      </p>
    </EmptyState>
  );
}

function NoId({ links }: { readonly links: CorpusLinks }) {
  return (
    <EmptyState icon={Route} title="No trajectory is named" actions={<ListLink links={links} />}>
      This page shows the trajectory whose id the address gives as <code className="font-mono text-xs">?id=</code>.
      There is none, or it is too long.
    </EmptyState>
  );
}

function ListLink({ links }: { readonly links: CorpusLinks }) {
  return (
    <Button asChild>
      <Link href={links.list} prefetch={false}>
        Open the list
      </Link>
    </Button>
  );
}
