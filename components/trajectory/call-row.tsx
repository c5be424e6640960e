'use client';

import { ArrowUpRight, CornerRightDown, PanelRight } from 'lucide-react';
import Link from 'next/link';
import { languageOfSyntax } from '@/components/content/content-kind';
import { visibleText } from '@/components/content/visible-text';
import { Badge, CopyButton, IconButton } from '@/components/ui';
import { FindingsList } from './findings-list';
import type { CallRowItem } from './inspector-rows';
import { RowFrame } from './row-frame';
import type { RowViewProps } from './row-view';
import { addressOf, useShared } from './shared';
import { StepContent } from './step-content';
import type { StepRow } from './types';

/** A call: what was called, with which arguments, and what is wrong with it. */
export function CallRowView({ row, isCurrent, reveal }: RowViewProps<CallRowItem>) {
  const { wrap } = useShared();
  const { step, call } = row;
  const findings = step.findings.filter((finding) => finding.call === call.call);
  const name = call.tool_name.slice(0, 120);
  return (
    <RowFrame
      step={row.step}
      depth={row.depth}
      isFirst={row.isFirst}
      isCurrent={isCurrent}
      label={`Call of ${name} in step ${step.step}`}
      testId="call"
    >
      <div className="min-w-0 rounded-md border border-line border-l-2 border-l-c-trajectories bg-surface">
        <CallHeader row={row} />
        <div className="space-y-2 px-3 py-2">
          {step.note !== null && row.isFirst ? (
            <p className="text-xs text-ink-3 [overflow-wrap:anywhere]" data-testid="note">
              {visibleText(step.note.slice(0, 600))}
            </p>
          ) : null}
          {call.arguments === null || call.arguments === '' ? (
            <p className="text-xs text-ink-3">No arguments.</p>
          ) : (
            <StepContent
              text={call.arguments}
              type={null}
              speaker="tool"
              language={languageOfSyntax(call.syntax)}
              label={`Arguments of ${name}`}
              wrap={wrap}
              reveal={reveal?.field === 'arguments' ? reveal.start : null}
            />
          )}
          <FindingsList findings={findings} />
        </div>
      </div>
    </RowFrame>
  );
}

function CallHeader({ row: { step, call, below } }: { readonly row: CallRowItem }) {
  const { links, judged, onInspect } = useShared();
  const audit = judged(step.step, call.call);
  const name = <span className="[overflow-wrap:anywhere]">{visibleText(call.tool_name.slice(0, 300))}</span>;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 pr-1 pl-3">
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
      {audit === undefined || audit.arguments_status === 'ok' || audit.arguments_status === 'none' ? null : (
        <Badge
          tone={audit.arguments_status === 'python' ? 'neutral' : 'warn'}
          title="What became of the arguments’ text"
        >
          {audit.arguments_status}
        </Badge>
      )}
      {audit?.gold ? <Badge title="A benchmark expects this call; nobody made it">expected call</Badge> : null}
      <span
        className="text-2xs text-ink-3"
        title={call.derived ? 'Read out of the text, which has it verbatim' : undefined}
      >
        {visibleText(call.syntax.slice(0, 40))}
        {call.derived ? ', derived from text' : ''}
      </span>
      <span className="ml-auto flex items-center gap-1">
        <LateAnswers step={step} call={call.call} below={below} />
        <CopyButton
          text={() => addressOf(String(step.step), call.call)}
          label={`Copy link to call ${call.call} of step ${step.step}`}
          iconOnly
          size="sm"
        />
        <IconButton
          label="Documentation and arguments"
          keys={['T']}
          size="sm"
          onClick={() => onInspect(step.step, call.call)}
          data-testid="inspect-call"
        >
          <PanelRight aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}

interface LateAnswersProps {
  readonly step: StepRow;
  readonly call: number;
  readonly below: readonly number[];
}

/** Where the answer is, if it is not right below; and that there is none. */
function LateAnswers({ step, call, below }: LateAnswersProps) {
  const { pairs, onGo } = useShared();
  const answers = pairs.answers(step.step, call);
  if (answers.length === 0) return <span className="text-xs text-ink-3">no answer recorded</span>;
  return answers
    .filter((answer) => !below.includes(answer.step))
    .map((answer) => (
      <button
        key={answer.step}
        type="button"
        onClick={() => onGo(answer.step)}
        className="inline-flex cursor-pointer items-center gap-1 text-xs text-ink-2 hover:text-accent hover:underline"
      >
        <CornerRightDown className="size-3" aria-hidden />
        answered in step {answer.step}
      </button>
    ));
}
