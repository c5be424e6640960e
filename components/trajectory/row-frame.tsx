'use client';

import type { ReactNode } from 'react';
import { visibleText } from '@/components/content/visible-text';
import { cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { KIND_LOOKS, kindOfStep } from './kinds';
import { formatAt, formatSeconds } from './step-time';
import { useShared } from './shared';
import type { StepRow } from './types';

const INDENT_REM = 0.875;
const MOST_INDENT = 8;

export interface RowFrameProps {
  readonly step: StepRow;
  readonly depth: number;
  /** The row says what its step is. */
  readonly isFirst: boolean;
  /** The step, or the call, that the address names. */
  readonly isCurrent: boolean;
  readonly label: string;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A row of the inspector: what its step is at the left, its content at the right. */
export function RowFrame({ step, depth, isFirst, isCurrent, label, testId, children }: RowFrameProps) {
  const indent = Math.min(depth, MOST_INDENT) * INDENT_REM;
  return (
    <article
      aria-label={label}
      aria-current={isCurrent ? 'step' : undefined}
      data-testid={testId}
      data-step={isFirst ? step.step : undefined}
      className={cx(
        'grid grid-cols-[minmax(0,1fr)] gap-x-4 border-l-2 pr-1 pl-2.5 sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:pr-3',
        isFirst ? 'pt-2.5 pb-2' : 'pt-0 pb-2',
        isCurrent ? 'border-accent bg-accent-soft/40' : 'border-transparent',
      )}
    >
      {isFirst ? <Gutter step={step} /> : <span className="max-sm:hidden" />}
      <div
        className={cx('min-w-0', depth > 0 && 'border-l border-line-strong pl-3')}
        style={depth > 0 ? { marginLeft: `${indent - INDENT_REM}rem` } : undefined}
      >
        {children}
      </div>
    </article>
  );
}

function Gutter({ step }: { readonly step: StepRow }) {
  const { onMark } = useShared();
  const kind = step.calls.length > 0 && step.content === null && step.reasoning === null ? 'calls' : kindOfStep(step);
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 pb-1 sm:block">
      <div className="flex min-w-0 items-baseline gap-1.5">
        <button
          type="button"
          onClick={(event) => onMark(step.step, event.shiftKey)}
          title="Mark this step in the address; with Shift, all from the marked one to it"
          className="tabular min-w-6 cursor-pointer text-left font-mono text-xs text-ink-3 hover:text-accent hover:underline"
        >
          {step.step}
        </button>
        <span aria-hidden className={cx('size-2 shrink-0 self-center rounded-[2px]', KIND_LOOKS[kind].fill)} />
        <span className="min-w-0 truncate text-xs font-semibold">{visibleText(step.role.slice(0, 60))}</span>
      </div>
      <div className="tabular text-2xs text-ink-3 sm:pl-7.5">
        {formatCount(step.tokens)} tok
        {step.seconds === null ? null : <span> · {formatSeconds(step.seconds)}</span>}
      </div>
      <StepMarks step={step} />
    </div>
  );
}

function StepMarks({ step: { agent, at, loss, on_answer_path: onPath } }: { readonly step: StepRow }) {
  return (
    <div className="flex min-w-0 gap-x-2 text-2xs text-ink-3 sm:block sm:pl-7.5">
      {agent === null ? null : (
        <div className="truncate font-medium text-ink-2" title={agent.slice(0, 300)}>
          {visibleText(agent.slice(0, 60))}
        </div>
      )}
      {at === null ? null : (
        <time className="tabular block" title={at.slice(0, 100)}>
          {formatAt(at)}
        </time>
      )}
      {loss === null ? null : (
        <div title={loss ? 'A trainer would learn from this step' : 'A trainer would not learn from this step'}>
          {loss ? 'trained on' : 'not trained on'}
        </div>
      )}
      {onPath ? null : <div>side branch</div>}
    </div>
  );
}
