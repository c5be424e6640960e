import { ArrowDown, ArrowUpRight } from 'lucide-react';
import Link from 'next/link';
import { FoldedText } from '@/components/content/folded-text';
import { visibleText } from '@/components/content/visible-text';
import { Badge } from '@/components/ui';
import { StepContent } from './step-content';
import type { CallRow, StepCall, StepRow, TrajectoryLinks } from './types';

export interface CallViewProps {
  readonly call: StepCall;
  /** Steps that answer it, in order: one, none, or where the source repeats itself several. */
  readonly observations: readonly StepRow[];
  /** What the audit found (table calls); undefined while it is not read. */
  readonly audit: CallRow | undefined;
  readonly links: TrajectoryLinks;
  readonly onGo: (step: number) => void;
}

/** A call: what was called, with which arguments, and where its answer is. */
export function CallView({ call, observations, audit, links, onGo }: CallViewProps) {
  const name = <span className="[overflow-wrap:anywhere]">{visibleText(call.tool_name.slice(0, 300))}</span>;
  return (
    <div
      className="min-w-0 rounded-md border border-line border-l-2 border-l-c-trajectories bg-surface"
      data-testid="call"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
        <span className="min-w-0 font-mono text-xs font-semibold">
          {call.api_id === null ? (
            name
          ) : (
            <Link
              href={links.api(call.api_id)}
              prefetch={false}
              title={`Open ${call.api_id.slice(0, 200)}`}
              className="text-accent hover:underline"
              data-testid="call-api"
            >
              {name} <ArrowUpRight className="inline size-3" aria-hidden />
            </Link>
          )}
        </span>
        {call.api_id === null ? (
          <Badge title="No API of the catalogue could be linked to this name">not in the catalogue</Badge>
        ) : null}
        {audit?.problems.map((problem) => (
          <Badge key={problem} tone="warn">
            {visibleText(problem.slice(0, 80))}
          </Badge>
        ))}
        <span className="text-2xs text-ink-3">{visibleText(call.syntax.slice(0, 40))}</span>
        <Answers observations={observations} onGo={onGo} />
      </div>
      <div className="px-3 py-2">
        {call.arguments === null || call.arguments === '' ? (
          <p className="text-xs text-ink-3">No arguments.</p>
        ) : (
          <StepContent
            text={call.arguments}
            type={null}
            speaker="tool"
            label={`Arguments of ${call.tool_name.slice(0, 80)}`}
          />
        )}
      </div>
    </div>
  );
}

function Answers({ observations, onGo }: Pick<CallViewProps, 'observations' | 'onGo'>) {
  return (
    <span className="ml-auto flex items-center gap-2 text-xs">
      {observations.length === 0 ? <span className="text-ink-3">no answer recorded</span> : null}
      {observations.map((step) => (
        <button
          key={step.step}
          type="button"
          onClick={() => onGo(step.step)}
          className="inline-flex cursor-pointer items-center gap-1 text-ink-2 hover:text-accent hover:underline"
        >
          <ArrowDown className="size-3" aria-hidden />
          answered in step {step.step}
          {step.status === null ? null : <StatusText status={step.status} isError={step.is_error} />}
        </button>
      ))}
    </span>
  );
}

/** Status of an observation, as its source gives it. */
export function StatusText({ status, isError }: { readonly status: string; readonly isError: boolean }) {
  return (
    <span className={isError ? 'font-mono text-bad' : 'font-mono text-good'}>
      <FoldedText text={status} first={40} />
    </span>
  );
}
