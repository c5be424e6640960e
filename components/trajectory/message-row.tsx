'use client';

import { PartsView } from '@/components/content/parts-view';
import { visibleText } from '@/components/content/visible-text';
import { CopyButton } from '@/components/ui';
import { AttachmentList } from './attachment-list';
import { FindingsList } from './findings-list';
import type { MessageRow } from './inspector-rows';
import { RawStep } from './raw-step';
import { RowFrame } from './row-frame';
import { addressOf, useShared } from './shared';
import { StepContent } from './step-content';
import type { RowViewProps } from './row-view';

/** What was said in a step, calls apart. */
export function MessageRowView({ row, isCurrent, reveal }: RowViewProps<MessageRow>) {
  const { wrap } = useShared();
  const { step, showReasoning, showContent } = row;
  const { reasoning, content } = step;
  const ownFindings = step.findings.filter(({ call }) => call === null);
  return (
    <RowFrame
      step={row.step}
      depth={row.depth}
      isFirst={row.isFirst}
      isCurrent={isCurrent}
      label={`Step ${step.step}, ${step.role.slice(0, 60)}`}
      testId="step"
    >
      <div className="group/row relative min-w-0 space-y-2">
        <StepTools step={step} />
        {step.note === null ? null : <Note text={step.note} />}
        {showReasoning && reasoning !== null ? (
          <div className="border-l-2 border-line-strong pl-3 text-ink-2" data-testid="reasoning">
            <p className="text-2xs font-medium text-ink-3">reasoning</p>
            <StepContent
              text={reasoning}
              type={null}
              speaker="assistant"
              wrap={wrap}
              label={`Reasoning of step ${step.step}`}
              reveal={reveal?.field === 'reasoning' ? reveal.start : null}
            />
          </div>
        ) : null}
        {showContent && content !== null ? (
          <StepContent
            text={content}
            type={step.content_type}
            speaker={step.role}
            wrap={wrap}
            label={`Content of step ${step.step}`}
            reveal={reveal?.field === 'content' ? reveal.start : null}
          />
        ) : null}
        {showContent && step.parts !== null ? <PartsView parts={step.parts} label={`step ${step.step}`} /> : null}
        {showContent ? <AttachmentList attachments={step.attachments} /> : null}
        {content === null && reasoning === null && step.parts === null && step.attachments.length === 0 ? (
          <p className="text-xs text-ink-3">Nothing was said.</p>
        ) : null}
        <FindingsList findings={ownFindings} />
      </div>
    </RowFrame>
  );
}

/** How a step was derived, where it was not taken as it stands. */
export function Note({ text }: { readonly text: string }) {
  return (
    <p className="text-xs text-ink-3 [overflow-wrap:anywhere]" data-testid="note">
      {visibleText(text.slice(0, 600))}
    </p>
  );
}

/** What can be done with a step: at its right, while the pointer or the focus is on it. */
export function StepTools({ step }: { readonly step: MessageRow['step'] }) {
  return (
    <span className="absolute -top-0.5 right-0 z-1 flex rounded-md bg-surface opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 max-sm:-top-7 pointer-coarse:opacity-100">
      {step.raw === null && step.metrics === null ? null : <RawStep step={step} />}
      <CopyButton
        text={() => addressOf(String(step.step))}
        label={`Copy link to step ${step.step}`}
        iconOnly
        size="sm"
      />
    </span>
  );
}
