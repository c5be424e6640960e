'use client';

import { useLater } from '@/components/content/use-later';
import { Inspector } from '@/components/trajectory/inspector';
import { TrajectoryActions } from '@/components/trajectory/trajectory-actions';
import type { CorpusLinks } from '@/components/trajectory/types';
import { useInspectorState } from '@/components/trajectory/use-inspector-state';
import { useCorpus, useQuery } from '@/lib/data';
import { trajectory, trajectoryCalls } from '@/lib/queries/trajectories';
import { useInspectorReads } from './use-inspector-reads';
import { useSteps } from './use-steps';

interface StepsProps {
  readonly id: string;
  readonly links: CorpusLinks;
}

/** The steps of a trajectory of the corpus; what stands beside them is read behind them. */
export function Steps({ id, links }: StepsProps) {
  const { manifest } = useCorpus();
  const { state, change } = useInspectorState();
  const { steps, isWhole } = useSteps(id, state.step?.to ?? null);
  const reads = useInspectorReads(id);
  const later = useLater(trajectoryCalls(id), 'trajectory-calls');
  if (steps.length === 0) return <NoSteps id={id} />;
  return (
    <Inspector
      {...{ steps, isWhole, reads, links, state }}
      calls={later.state === 'ready' ? later.rows : null}
      onChange={change}
      actions={
        <TrajectoryActions id={id} reads={reads} corpus={manifest.title} compareHref={links.compare(id, null)} />
      }
    />
  );
}

/** An id that is unknown is said to be so above. */
function NoSteps({ id }: { readonly id: string }) {
  const [found] = useQuery(trajectory(id));
  if (found === undefined) return null;
  return <p className="border-t border-line py-6 text-sm text-ink-3">This trajectory has no steps.</p>;
}
