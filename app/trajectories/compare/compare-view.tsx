'use client';

import { ArrowLeftRight, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useQueryStates } from 'nuqs';
import { PAGE } from '@/components/content/page-width';
import { useTitle } from '@/components/content/use-title';
import { visibleText } from '@/components/content/visible-text';
import { CompareChoice } from '@/components/trajectory/compare/compare-choice';
import { FactsSkeleton, StepsSkeleton } from '@/components/trajectory/skeletons';
import { TrajectoryFacts } from '@/components/trajectory/trajectory-facts';
import type { CorpusLinks } from '@/components/trajectory/types';
import { Button, EmptyState, PanelBoundary } from '@/components/ui';
import { retry, useCorpus, useQuery } from '@/lib/data';
import { trajectory } from '@/lib/queries/trajectories';
import { comparableTrajectories } from '@/lib/queries/trajectory-compare';
import { idParser } from '@/lib/url';
import { useTrajectoryList } from '../use-trajectory-list';
import { AlignedSteps } from './aligned-steps';

/** Two trajectories, aligned by step. */
export function CompareView() {
  const [{ a, b }, setIds] = useQueryStates({ a: idParser, b: idParser }, { history: 'push' });
  const { links } = useTrajectoryList();
  useTitle('Two trajectories');
  if (a === null) return <NoId links={links} />;
  return (
    <div className={PAGE} data-testid="compare">
      <header className="pt-3 pb-3">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-sm text-ink-2">
            <Link href={links.list} prefetch={false} className="hover:text-accent hover:underline">
              Trajectories
            </Link>
            <ChevronRight className="size-3 shrink-0 text-ink-3" aria-hidden />
            <h1>{b === null ? 'Compare with' : 'Two trajectories'}</h1>
          </nav>
          {b === null ? null : (
            <div className="flex gap-2">
              <Button size="sm" onClick={() => void setIds({ a: b, b: a })}>
                <ArrowLeftRight aria-hidden /> Swap
              </Button>
              <Button size="sm" onClick={() => void setIds({ b: null })}>
                Choose another
              </Button>
            </div>
          )}
        </div>
        <div className="mt-2 grid gap-x-5 gap-y-3 md:grid-cols-2">
          <Facts id={a} links={links} />
          {b === null ? null : <Facts id={b} links={links} />}
        </div>
      </header>
      <PanelBoundary name="the comparison" fallback={<StepsSkeleton />} resetKey={`${a} ${b}`} onRetry={retry}>
        {b === null ? <Choice id={a} links={links} /> : <AlignedSteps key={`${a} ${b}`} a={a} b={b} />}
      </PanelBoundary>
    </div>
  );
}

interface PartProps {
  readonly id: string;
  readonly links: CorpusLinks;
}

function Facts(props: PartProps) {
  return (
    <PanelBoundary name="its numbers" fallback={<FactsSkeleton />} resetKey={props.id} onRetry={retry}>
      <LoadedFacts {...props} />
    </PanelBoundary>
  );
}

function LoadedFacts({ id, links }: PartProps) {
  const { manifest } = useCorpus();
  const [found] = useQuery(trajectory(id));
  if (found === undefined)
    return (
      <p className="text-sm text-ink-3" data-testid="unknown-trajectory">
        The corpus “{manifest.title}” holds no trajectory with the id{' '}
        <code className="font-mono text-xs [overflow-wrap:anywhere]">{visibleText(id.slice(0, 300))}</code>.
      </p>
    );
  return (
    <section aria-label="Facts" className="min-w-0">
      <h2 className="line-clamp-2 text-base font-semibold [overflow-wrap:anywhere]">
        <Link href={links.trajectory(id)} prefetch={false} className="hover:text-accent hover:underline">
          {visibleText(found.task ?? id)}
        </Link>
      </h2>
      <TrajectoryFacts
        trajectory={found}
        source={manifest.sources.find(({ source }) => source === found.source)}
        links={links}
      />
    </section>
  );
}

function Choice({ id, links }: PartProps) {
  return <CompareChoice found={useQuery(comparableTrajectories(id))} hrefOf={(b) => links.compare(id, b)} />;
}

function NoId({ links }: { readonly links: CorpusLinks }) {
  return (
    <EmptyState
      icon={ArrowLeftRight}
      title="No trajectory is named"
      actions={
        <Button asChild>
          <Link href={links.list} prefetch={false}>
            Open the list
          </Link>
        </Button>
      }
    >
      This page compares the trajectories whose ids the address gives as <code className="font-mono text-xs">?a=</code>{' '}
      and <code className="font-mono text-xs">&amp;b=</code>.
    </EmptyState>
  );
}
