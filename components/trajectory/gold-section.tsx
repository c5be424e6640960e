'use client';

import { Suspense, use, useMemo } from 'react';
import { ContentView } from '@/components/content/content-view';
import { visibleText } from '@/components/content/visible-text';
import { ErrorBoundary } from '@/components/ui';
import { goldCalls, goldFor, madeCalls, type GoldEntry } from './gold-calls';
import { FindingsList } from './findings-list';
import { useShared } from './shared';
import type { StepCall, StepRow } from './types';

export interface GoldSectionProps {
  readonly step: StepRow;
  readonly call: StepCall;
  readonly steps: readonly StepRow[];
}

/** What a benchmark expects where the call was made; nothing where there is no benchmark, or until that is known. */
export function GoldSection(props: GoldSectionProps) {
  return (
    <ErrorBoundary name="the expected calls" renderError={() => null}>
      <Suspense fallback={null}>
        <Gold {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Gold({ step, call, steps }: GoldSectionProps) {
  const { reads } = useShared();
  const gold = use(reads.record())?.gold ?? null;
  const entries = useMemo(() => goldCalls(gold), [gold]);
  const made = useMemo(() => madeCalls(steps), [steps]);
  const here = made.find((other) => other.step === step.step && other.call.call === call.call);
  if (entries.length === 0 || here === undefined) return null;
  const expected = goldFor(here, entries);
  const findings = step.findings.filter(({ code }) => code === 'gold-mismatch');
  return (
    <section aria-label="Expected" className="border-t border-line py-3" data-testid="gold">
      <h3 className="mb-1.5 text-sm font-semibold">
        Expected <span className="text-xs font-normal text-ink-3">by the benchmark, beside what was called</span>
      </h3>
      <FindingsList findings={findings} />
      {expected.length === 0 ? <p className="text-xs text-ink-3">No call is expected in this turn.</p> : null}
      <ul className="space-y-2">
        {expected.map((entry, index) => (
          <Expected key={index} entry={entry} isSame={entry.name === call.tool_name} />
        ))}
      </ul>
    </section>
  );
}

function Expected({ entry, isSame }: { readonly entry: GoldEntry; readonly isSame: boolean }) {
  const text = entry.arguments ?? entry.accepted;
  return (
    <li>
      <p className="font-mono text-xs font-semibold [overflow-wrap:anywhere]">
        {visibleText(entry.name.slice(0, 200))}
        {isSame ? null : <span className="font-sans font-normal text-ink-3"> another tool than was called</span>}
      </p>
      {text === null ? null : (
        <ContentView
          text={text}
          type={null}
          speaker="tool"
          label={entry.arguments === null ? 'Accepted values' : 'Expected arguments'}
        />
      )}
      {entry.arguments !== null && entry.accepted !== null ? (
        <>
          <p className="mt-1 text-2xs text-ink-3">accepted values</p>
          <ContentView text={entry.accepted} type={null} speaker="tool" label="Accepted values" />
        </>
      ) : null}
    </li>
  );
}
