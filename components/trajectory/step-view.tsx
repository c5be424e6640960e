'use client';

import { CornerDownRight } from 'lucide-react';
import { visibleText } from '@/components/content/visible-text';
import { Badge, CopyButton, cx } from '@/components/ui';
import { formatPlural } from '@/lib/format/numbers';
import { CallView, StatusText } from './call-view';
import { StepContent } from './step-content';
import type { CallRow, StepCall, StepRow, TrajectoryLinks } from './types';

const roleColours: Readonly<Record<string, string>> = {
  system: 'bg-line-strong',
  user: 'bg-c-documentation',
  assistant: 'bg-c-trajectories',
  tool: 'bg-c-code',
};

export interface StepViewProps {
  readonly step: StepRow;
  /** The step that the URL names. */
  readonly isCurrent: boolean;
  readonly links: TrajectoryLinks;
  /** Steps that answer a call of this step. */
  readonly answersTo: (call: StepCall) => readonly StepRow[];
  /** Name of the call that this observation answers; null where it answers none. */
  readonly answered: string | null;
  readonly auditOf: (call: StepCall) => CallRow | undefined;
  readonly onGo: (step: number) => void;
}

/** One message of a trajectory, in full. */
export function StepView(props: StepViewProps) {
  const { step, isCurrent, onGo, answered } = props;
  return (
    <article
      aria-label={`Step ${step.step}, ${step.role}`}
      aria-current={isCurrent ? 'step' : undefined}
      data-testid="step"
      data-step={step.step}
      className={cx(
        'grid grid-cols-[minmax(0,1fr)] gap-x-4 border-l-2 py-3 pr-3 pl-3 sm:grid-cols-[5.5rem_minmax(0,1fr)]',
        isCurrent ? 'border-accent bg-accent-soft/40' : 'border-transparent',
      )}
    >
      <StepGutter step={step} onGo={onGo} />
      <div className={cx('min-w-0 space-y-2', step.role === 'tool' && 'sm:pl-5')}>
        <StepMeta step={step} answered={answered} onGo={onGo} />
        <StepBody {...props} />
      </div>
    </article>
  );
}

function StepGutter({ step, onGo }: { readonly step: StepRow; readonly onGo: (step: number) => void }) {
  return (
    <div className="flex items-baseline gap-2 sm:flex-col sm:items-start sm:gap-0">
      <button
        type="button"
        onClick={() => onGo(step.step)}
        title="Mark this step in the address"
        className="tabular cursor-pointer font-mono text-xs text-ink-3 hover:text-accent hover:underline"
      >
        {step.step}
      </button>
      <span className="flex min-w-0 items-center gap-1.5 text-xs font-semibold">
        <span aria-hidden className={cx('size-2 shrink-0 rounded-[2px]', roleColours[step.role] ?? 'bg-line')} />
        <span className="min-w-0 [overflow-wrap:anywhere]">{visibleText(step.role)}</span>
      </span>
      <span className="tabular text-2xs text-ink-3">{formatPlural(step.tokens, 'token')}</span>
    </div>
  );
}

function StepMeta({ step, answered, onGo }: Pick<StepViewProps, 'step' | 'answered' | 'onGo'>) {
  const { call_step: from, status, is_error: isError, loss, note } = step;
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      {step.role !== 'tool' ? null : from === null ? (
        <span className="text-ink-3">answers no call that is known</span>
      ) : (
        <button
          type="button"
          onClick={() => onGo(from)}
          className="inline-flex min-w-0 cursor-pointer items-center gap-1 text-ink-2 hover:text-accent hover:underline"
        >
          <CornerDownRight className="size-3 shrink-0" aria-hidden />
          <span className="min-w-0 truncate">
            answer to {answered === null ? 'a call' : visibleText(answered.slice(0, 120))} in step {from}
          </span>
        </button>
      )}
      {status === null ? null : <StatusText status={status} isError={isError} />}
      {isError ? <Badge tone="bad">error</Badge> : null}
      {loss === null ? null : <Badge>{loss ? 'trained on' : 'not trained on'}</Badge>}
      {note === null ? null : (
        <span className="min-w-0 text-ink-3 [overflow-wrap:anywhere]" data-testid="note">
          {visibleText(note.slice(0, 600))}
        </span>
      )}
      <span className="ml-auto">
        <CopyButton text={() => linkTo(step.step)} label={`Copy link to step ${step.step}`} iconOnly size="sm" />
      </span>
    </div>
  );
}

function linkTo(step: number): string {
  const url = new URL(window.location.href);
  url.searchParams.set('step', String(step));
  return url.href;
}

function StepBody({ step, links, answersTo, auditOf, onGo }: StepViewProps) {
  const label = `Content of step ${step.step}`;
  return (
    <>
      {step.reasoning === null || step.reasoning === '' ? null : (
        <div className="border-l border-line-strong pl-3 text-ink-2">
          <p className="text-2xs font-medium text-ink-3">reasoning</p>
          <StepContent text={step.reasoning} type={null} speaker="assistant" label={`Reasoning of step ${step.step}`} />
        </div>
      )}
      {step.content === null ? null : (
        <StepContent text={step.content} type={step.content_type} speaker={step.role} label={label} />
      )}
      {step.calls.map((call) => (
        <CallView
          key={call.call}
          call={call}
          observations={answersTo(call)}
          audit={auditOf(call)}
          links={links}
          onGo={onGo}
        />
      ))}
      {step.content === null && step.calls.length === 0 && step.reasoning === null ? (
        <p className="text-xs text-ink-3">Nothing was said.</p>
      ) : null}
    </>
  );
}
