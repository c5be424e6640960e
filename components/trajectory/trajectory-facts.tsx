import Link from 'next/link';
import type { ReactNode } from 'react';
import { FoldedText } from '@/components/content/folded-text';
import type { Manifest } from '@/lib/corpus/manifest';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import type { TrajectoryLinks, TrajectoryRow } from './types';

export interface TrajectoryFactsProps {
  readonly trajectory: TrajectoryRow;
  readonly source: Manifest['sources'][number] | undefined;
  readonly links: TrajectoryLinks;
}

/** The numbers of a trajectory, and how it came to be. */
export function TrajectoryFacts({ trajectory, source, links }: TrajectoryFactsProps) {
  const { kind, domain, model, outcome, reward } = trajectory;
  return (
    <>
      <dl className="tabular mt-2 flex flex-wrap gap-x-6 gap-y-1.5 text-sm" data-testid="trajectory-facts">
        <Fact name="Source">
          <Link href={links.source(trajectory.source)} prefetch={false} className="hover:text-accent hover:underline">
            {source?.title ?? trajectory.source}
          </Link>
          <span className="text-ink-3"> · {source?.licence ?? 'licence unknown'}</span>
        </Fact>
        <Fact name="Kind">{kind}</Fact>
        {domain === null ? null : <Fact name="Domain">{domain.slice(0, 100)}</Fact>}
        {model === null ? null : <Fact name="Model">{model.slice(0, 100)}</Fact>}
        {outcome === null ? null : <Fact name="Outcome">{outcome.slice(0, 100)}</Fact>}
        {reward === null ? null : <Fact name="Reward">{reward}</Fact>}
        <Fact name="Steps">{formatCount(trajectory.n_steps)}</Fact>
        <Fact name="Calls">
          {formatCount(trajectory.n_calls)}
          <span className="text-ink-3"> to {formatPlural(trajectory.n_apis, 'API')}</span>
        </Fact>
        <Fact name="Errors">
          <span className={trajectory.n_errors > 0 ? 'text-bad' : undefined}>{formatCount(trajectory.n_errors)}</span>
        </Fact>
        <Fact name="Tokens">
          {formatCount(trajectory.tokens)}
          <span className="text-ink-3"> · {tokensByRole(trajectory)}</span>
        </Fact>
        <Fact name="Record">
          <FoldedText text={trajectory.source_record} first={160} className="font-mono text-xs" />
        </Fact>
      </dl>
      {kind === 'documented' || source?.constructed ? <ConstructedNote /> : null}
    </>
  );
}

function tokensByRole(trajectory: TrajectoryRow): string {
  const parts = [
    ['system', trajectory.tokens_system],
    ['user', trajectory.tokens_user],
    ['assistant', trajectory.tokens_assistant],
    ['calls', trajectory.tokens_calls],
    ['observations', trajectory.tokens_observations],
  ] as const;
  return parts
    .filter(([, tokens]) => tokens > 0)
    .map(([name, tokens]) => `${formatCount(tokens)} ${name}`)
    .join(', ');
}

/** Trajectories assembled from documentation are never to be taken for runs. */
function ConstructedNote() {
  return (
    <p
      role="note"
      data-testid="constructed"
      className="mt-3 max-w-[90ch] rounded-md border border-line border-l-2 border-l-warn bg-warn-soft px-3 py-1.5 text-sm text-ink"
    >
      <strong className="font-semibold">Assembled from documentation.</strong> No one ran these calls: the instruction,
      the arguments and the answers are the documentation’s own words and examples. Each step says where it is from.
    </p>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
