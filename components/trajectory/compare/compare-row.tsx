'use client';

import { memo } from 'react';
import { FoldedText } from '@/components/content/folded-text';
import { visibleText } from '@/components/content/visible-text';
import { Badge, cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import { KIND_LOOKS, kindOfStep } from '../kinds';
import { StepContent } from '../step-content';
import type { StepCall, StepRow } from '../types';
import type { AlignedRow } from './align';
import { argumentPairs } from './argument-differences';
import type { Side } from './compare-rows';

export interface CompareRowProps {
  readonly row: AlignedRow;
  readonly isCurrent: boolean;
  readonly side: Side;
  readonly onMark: () => void;
}

/** One step of each, side by side; a gap where one has none. */
export const CompareRow = memo(function CompareRow({ row, isCurrent, side, onMark }: CompareRowProps) {
  return (
    <article
      aria-current={isCurrent ? 'step' : undefined}
      aria-label={`Step ${row.a?.step ?? 'none'} beside step ${row.b?.step ?? 'none'}`}
      data-testid="aligned-row"
      className={cx(
        'grid grid-cols-[minmax(0,1fr)] gap-x-5 border-b border-l-2 border-b-line py-2 pr-1 pl-2.5 md:grid-cols-2',
        isCurrent ? 'border-l-accent bg-accent-soft/40' : 'border-l-transparent',
      )}
    >
      <Cell row={row} own="a" side={side} onMark={onMark} />
      <Cell row={row} own="b" side={side} onMark={onMark} />
    </article>
  );
});

interface CellProps extends Omit<CompareRowProps, 'isCurrent'> {
  readonly own: Side;
}

function Cell({ row, own, side, onMark }: CellProps) {
  const step = row[own];
  const other = row[own === 'a' ? 'b' : 'a'];
  return (
    <div className={cx('min-w-0', own !== side && 'max-md:hidden')} data-testid={`cell-${own}`}>
      {step === null ? (
        <p className="rounded-md border border-dashed border-line-strong px-3 py-2 text-xs text-ink-3">no step here</p>
      ) : (
        <StepCell step={step} other={other} isSame={row.isSame} onMark={onMark} />
      )}
    </div>
  );
}

interface StepCellProps {
  readonly step: StepRow;
  readonly other: StepRow | null;
  readonly isSame: boolean;
  readonly onMark: () => void;
}

function StepCell({ step, other, isSame, onMark }: StepCellProps) {
  const { reasoning, content } = step;
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-center gap-x-2 text-xs">
        <button
          type="button"
          onClick={onMark}
          title="Mark this row in the address"
          className="tabular cursor-pointer font-mono text-ink-3 hover:text-accent hover:underline"
        >
          {step.step}
        </button>
        <span aria-hidden className={cx('size-2 rounded-[2px]', KIND_LOOKS[kindOfStep(step)].fill)} />
        <span className="font-semibold">{visibleText(step.role.slice(0, 60))}</span>
        <span className="tabular text-2xs text-ink-3">{formatCount(step.tokens)} tok</span>
        {step.is_error ? <Badge tone="bad">error</Badge> : null}
        {isSame ? <span className="text-2xs text-ink-3">the same in both</span> : null}
      </div>
      {reasoning === null || reasoning === '' ? null : (
        <div className="border-l-2 border-line-strong pl-2 text-ink-2">
          <StepContent text={reasoning} type={null} speaker="assistant" label={`Reasoning of step ${step.step}`} />
        </div>
      )}
      {content === null ? null : (
        <StepContent
          text={content}
          type={step.content_type}
          speaker={step.role}
          label={`Content of step ${step.step}`}
        />
      )}
      {step.calls.map((call, at) => (
        <CallCell key={call.call} call={call} other={other?.calls[at] ?? null} />
      ))}
    </div>
  );
}

/** A call; what differs from the call beside it is marked. */
function CallCell({ call, other }: { readonly call: StepCall; readonly other: StepCall | null }) {
  const pairs = argumentPairs(call.arguments, other === null ? call.arguments : other.arguments);
  const otherTool = other !== null && other.tool_name !== call.tool_name;
  return (
    <div className="rounded-md border border-line border-l-2 border-l-c-trajectories px-2.5 py-1.5" data-testid="call">
      <p className="font-mono text-xs font-semibold [overflow-wrap:anywhere]">
        <span className={otherTool ? 'bg-mark' : undefined}>{visibleText(call.tool_name.slice(0, 200))}</span>
      </p>
      {pairs === null ? (
        <StepContent text={call.arguments ?? ''} type={null} speaker="tool" label="Arguments" />
      ) : (
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs">
          {pairs.map(({ name, a, differs }) => (
            <div key={name} className="contents" data-differs={differs}>
              <dt className="font-mono text-ink-3">{visibleText(name.slice(0, 120))}</dt>
              <dd className="font-mono">
                {a === null ? (
                  <span className="text-ink-3">not given</span>
                ) : (
                  <FoldedText text={a} first={240} className={differs ? 'bg-mark' : ''} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
