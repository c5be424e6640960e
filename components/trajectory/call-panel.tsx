'use client';

import { ArrowUpRight } from 'lucide-react';
import Link from 'next/link';
import { use, useCallback } from 'react';
import { Markdown } from '@/components/content/markdown';
import { visibleText } from '@/components/content/visible-text';
import { SchemaTree } from '@/components/schema/schema-tree';
import { Badge, MethodBadge, PanelBoundary } from '@/components/ui';
import { ArgumentsSection } from './arguments-section';
import { CallCopyMenu } from './call-copy-menu';
import { GoldSection } from './gold-section';
import { OtherCalls } from './other-calls';
import { PanelSection } from './panel-section';
import { useShared } from './shared';
import type { CallDoc, Finding, StepCall, StepRow } from './types';

export interface CallPanelProps {
  readonly step: StepRow;
  readonly call: StepCall;
  readonly steps: readonly StepRow[];
}

/** A call beside the documentation of its API. */
export function CallPanel({ step, call, steps }: CallPanelProps) {
  const { reads } = useShared();
  const { api_id: apiId } = call;
  const findings = step.findings.filter((finding) => finding.call === call.call);
  const key = `${step.step} ${call.call} ${apiId}`;
  return (
    <div data-testid="call-panel">
      <CallHeading step={step} call={call} />
      <PanelSection title="Arguments" name="the arguments" resetKey={key}>
        {apiId === null ? (
          <Arguments call={call} doc={null} findings={findings} />
        ) : (
          <DocumentedArguments call={call} apiId={apiId} findings={findings} />
        )}
      </PanelSection>
      <GoldSection step={step} call={call} steps={steps} />
      <PanelSection title="Documentation" name="the documentation" resetKey={key}>
        {apiId === null ? (
          <p className="text-xs text-ink-3">No API of the catalogue could be linked to this name.</p>
        ) : (
          <Documentation apiId={apiId} />
        )}
      </PanelSection>
      {apiId === null || reads.otherCalls === null ? null : (
        <PanelSection title="Other calls to it" name="the other calls" resetKey={key}>
          <OtherCalls apiId={apiId} step={step} call={call} read={reads.otherCalls} />
        </PanelSection>
      )}
    </div>
  );
}

function CallHeading({ step, call }: { readonly step: StepRow; readonly call: StepCall }) {
  const { links } = useShared();
  const { api_id: apiId } = call;
  return (
    <header className="pb-3">
      <p className="tabular text-2xs text-ink-3">
        step {step.step}
        {step.calls.length > 1 ? `, call ${call.call + 1} of ${step.calls.length}` : ''}
      </p>
      <h2 className="font-mono text-sm font-semibold [overflow-wrap:anywhere]">
        {visibleText(call.tool_name.slice(0, 300))}
      </h2>
      {apiId === null ? null : (
        <>
          <PanelBoundary
            name="the API"
            fallback={<span className="block h-5" />}
            renderError={() => null}
            resetKey={apiId}
          >
            <Endpoint apiId={apiId} />
          </PanelBoundary>
          <Link
            href={links.api(apiId)}
            prefetch={false}
            className="inline-flex max-w-full items-center gap-1 text-xs text-accent hover:underline"
          >
            <span className="truncate">{visibleText(apiId.slice(0, 200))}</span>
            <ArrowUpRight className="size-3 shrink-0" aria-hidden />
          </Link>
        </>
      )}
      <div className="mt-1.5">
        <CallCopyMenu call={call} />
      </div>
    </header>
  );
}

/** Method and path of an HTTP API; what kind of API it is, for any other. */
function Endpoint({ apiId }: { readonly apiId: string }) {
  const { reads } = useShared();
  const api = use(reads.api(apiId));
  if (api === null) return null;
  return (
    <p className="flex min-h-5 min-w-0 flex-wrap items-center gap-x-2 text-xs">
      <MethodBadge method={api.method} />
      {api.path === null ? (
        <span className="text-ink-3">{api.kind}</span>
      ) : (
        <span className="min-w-0 font-mono [overflow-wrap:anywhere]">{visibleText(api.path.slice(0, 300))}</span>
      )}
      {api.deprecated ? <Badge tone="warn">deprecated</Badge> : null}
      {api.declared ? <Badge title="Declared by trajectories, not documented on its own">declared here</Badge> : null}
    </p>
  );
}

interface DocumentedArgumentsProps {
  readonly call: StepCall;
  readonly apiId: string;
  readonly findings: readonly Finding[];
}

function DocumentedArguments({ call, apiId, findings }: DocumentedArgumentsProps) {
  const { reads } = useShared();
  return <Arguments call={call} doc={use(reads.doc(apiId))} findings={findings} />;
}

interface ArgumentsProps {
  readonly call: StepCall;
  readonly doc: CallDoc | null;
  readonly findings: readonly Finding[];
}

function Arguments({ call, doc, findings }: ArgumentsProps) {
  const load = useLoad(call.api_id);
  return <ArgumentsSection call={call} params={doc?.params ?? null} findings={findings} load={load} />;
}

/** What the API is for, and what it answers. */
function Documentation({ apiId }: { readonly apiId: string }) {
  const { reads } = useShared();
  const doc = use(reads.doc(apiId));
  const load = useLoad(apiId);
  if (doc === null) return <p className="text-xs text-ink-3">This corpus does not hold its documentation.</p>;
  return (
    <div className="space-y-3 text-sm" data-testid="call-doc">
      {doc.description === null ? (
        <p className="text-xs text-ink-3">There is no description.</p>
      ) : (
        <Markdown text={doc.description} first={1_200} className="prose-small" />
      )}
      {doc.response_schema === null ? null : (
        <div>
          <h4 className="mb-1 text-xs font-medium text-ink-3">What it answers</h4>
          <SchemaTree text={doc.response_schema} label="response" load={load} />
        </div>
      )}
    </div>
  );
}

function useLoad(apiId: string | null) {
  const { reads } = useShared();
  return useCallback(
    (name: string) => (apiId === null ? Promise.resolve(null) : reads.definition(apiId, name)),
    [reads, apiId],
  );
}
