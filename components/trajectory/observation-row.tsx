'use client';

import { CornerDownRight } from 'lucide-react';
import { FoldedText } from '@/components/content/folded-text';
import { PartsView } from '@/components/content/parts-view';
import { visibleText } from '@/components/content/visible-text';
import { Badge, cx } from '@/components/ui';
import { AttachmentList } from './attachment-list';
import { FindingsList } from './findings-list';
import type { ObservationRow } from './inspector-rows';
import { Note, StepTools } from './message-row';
import { RowFrame } from './row-frame';
import type { RowViewProps } from './row-view';
import { useShared } from './shared';
import { StepContent } from './step-content';
import type { StepRow } from './types';

/** How an observation was matched to its call, for people. */
const PAIRING_SAYS: Readonly<Record<string, string>> = {
  id: 'by the id that the source gives both',
  adjacent: 'by position: the first call before it that has no answer',
  cause: 'by the cause that the source names',
  inline: 'they stand together in the source',
  none: 'no call could be found',
};

/** What a tool answered, under its call or by itself. */
export function ObservationRowView({ row, isCurrent, reveal }: RowViewProps<ObservationRow>) {
  const { wrap } = useShared();
  const { step, under } = row;
  return (
    <RowFrame
      step={row.step}
      depth={row.depth}
      isFirst={row.isFirst}
      isCurrent={isCurrent}
      label={`Step ${step.step}, observation`}
      testId="step"
    >
      <div
        className={cx(
          'group/row relative min-w-0 space-y-1.5',
          under !== null && 'ml-3 border-l-2 pl-3',
          under !== null && (step.is_error ? 'border-l-bad' : 'border-l-c-code'),
        )}
        data-testid="observation"
      >
        <StepTools step={step} />
        <ObservationMeta step={step} isUnderCall={under !== null} />
        {step.note === null ? null : <Note text={step.note} />}
        {step.content === null ? (
          <p className="text-xs text-ink-3">No text.</p>
        ) : (
          <StepContent
            text={step.content}
            type={step.content_type}
            speaker="tool"
            wrap={wrap}
            label={`Observation of step ${step.step}`}
            reveal={reveal?.field === 'content' ? reveal.start : null}
          />
        )}
        {step.parts === null ? null : <PartsView parts={step.parts} label={`step ${step.step}`} />}
        <AttachmentList attachments={step.attachments} />
        <FindingsList findings={step.findings.filter(({ call }) => call === null)} />
      </div>
    </RowFrame>
  );
}

function ObservationMeta({ step, isUnderCall }: { readonly step: StepRow; readonly isUnderCall: boolean }) {
  const { pairing, status, is_error: isError } = step;
  return (
    <div className="flex min-h-5 flex-wrap items-center gap-x-3 gap-y-1 pr-16 text-xs">
      {isUnderCall ? <span className="text-ink-3">observation</span> : <AnswersTo step={step} />}
      {status === null ? null : (
        <span className={cx('font-mono', isError ? 'text-bad' : 'text-good')}>
          <FoldedText text={status} first={40} />
        </span>
      )}
      {isError ? <Badge tone="bad">error</Badge> : null}
      {step.truncated ? <Badge tone="warn">cut off by its source</Badge> : null}
      {pairing === null || pairing === 'none' ? null : (
        <span className="text-2xs text-ink-3" title={PAIRING_SAYS[pairing]} data-testid="pairing">
          paired {pairing === 'id' ? 'by id' : visibleText(pairing.slice(0, 20))}
        </span>
      )}
    </div>
  );
}

function AnswersTo({ step }: { readonly step: StepRow }) {
  const { pairs, onGo } = useShared();
  const from = step.call_step;
  if (from === null) return <span className="text-ink-3">answers no call that is known</span>;
  const name = pairs.answered(step);
  return (
    <button
      type="button"
      onClick={() => onGo(from, step.call)}
      className="inline-flex min-w-0 cursor-pointer items-center gap-1 text-ink-2 hover:text-accent hover:underline"
    >
      <CornerDownRight className="size-3 shrink-0" aria-hidden />
      <span className="min-w-0 truncate">
        answer to {name === null ? 'a call' : visibleText(name.slice(0, 120))} in step {from}
      </span>
    </button>
  );
}
