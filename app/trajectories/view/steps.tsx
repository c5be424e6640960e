'use client';

import { useQueryState } from 'nuqs';
import { useMemo, useRef } from 'react';
import { useKeys } from '@/components/content/use-keys';
import { useLater } from '@/components/content/use-later';
import { StepList, type StepListHandle } from '@/components/trajectory/step-list';
import { pairSteps } from '@/components/trajectory/step-pairs';
import { StepView } from '@/components/trajectory/step-view';
import type { StepRow, TrajectoryLinks } from '@/components/trajectory/types';
import { useQuery } from '@/lib/data';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { trajectoryCalls, trajectorySteps } from '@/lib/queries/trajectories';
import { stepParser } from '@/lib/url';

interface StepsProps {
  readonly id: string;
  readonly links: TrajectoryLinks;
}

/** The steps of a trajectory, the one that the URL names marked. */
export function Steps({ id, links }: StepsProps) {
  const steps = useQuery(trajectorySteps(id));
  const list = useRef<StepListHandle>(null);
  const [current, setCurrent] = useQueryState('step', stepParser);
  const pairs = useMemo(() => pairSteps(steps), [steps]);
  const audits = useAudits(id);
  const at = steps.findIndex((step) => step.step === current);
  const go = (step: number) => {
    void setCurrent(step, { history: 'replace' });
    const index = steps.findIndex((other) => other.step === step);
    if (index >= 0) list.current?.show(index);
  };
  const move = (by: number) => () => {
    const next = steps[Math.min(steps.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (next !== undefined) go(next.step);
  };
  useKeys({ j: move(1), k: move(-1) });
  if (steps.length === 0) return null;
  const renderStep = (step: StepRow) => (
    <StepView
      step={step}
      isCurrent={step.step === current}
      links={links}
      answersTo={(call) => pairs.answers(step.step, call.call)}
      answered={pairs.answered(step)}
      auditOf={(call) => audits.get(`${step.step} ${call.call}`)}
      onGo={go}
    />
  );
  return (
    <section aria-label="Steps" className="border-t border-line">
      {current !== null && at < 0 ? (
        <output className="block bg-warn-soft px-3 py-1.5 text-sm" data-testid="no-step">
          The link names step {formatCount(current)}, and this trajectory has {formatPlural(steps.length, 'step')}, from
          0.
        </output>
      ) : null}
      <StepList steps={steps} renderStep={renderStep} initial={at} handle={list} />
    </section>
  );
}

/** What was wrong with each call, by step and position; read behind the steps. */
function useAudits(id: string) {
  const later = useLater(trajectoryCalls(id), 'trajectory-calls');
  return useMemo(() => {
    const rows = later.state === 'ready' ? later.rows : [];
    return new Map(rows.map((row) => [`${row.step} ${row.call}`, row]));
  }, [later]);
}
