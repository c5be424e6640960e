'use client';

import { Segmented } from '@/components/ui/segmented';
import { exactCount, parseCount } from '@/lib/format/counts';
import { formatCompact, formatCount } from '@/lib/format/numbers';
import type { Remainder } from '@/lib/mixture/plan';
import { MAX_CONTEXT } from '@/lib/url';
import { EntryField } from './entry-field';
import type { Planner } from './use-planner';

const REMAINDER_NOTES: Readonly<Record<Remainder, string>> = {
  leave: 'What a source cannot give stays unfilled.',
  spread: 'Others of its component give it, then other components.',
};

export interface SettingsProps {
  readonly planner: Planner;
  readonly corpusTokens: number;
}

/** What is asked for beside the weights. */
export function Settings({ planner, corpusTokens }: SettingsProps) {
  const { plan, change } = planner;
  const times = corpusTokens === 0 ? '' : `, ${Number((plan.budget / corpusTokens).toPrecision(3))} × the corpus`;
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-4 border-t border-line-strong py-5 sm:grid-cols-3 lg:grid-cols-[1.4fr_1fr_1.6fr_1fr_0.8fr]">
      <EntryField
        label="Token budget"
        text={exactCount(plan.budget)}
        parse={parseCount}
        onEnter={(budget) => change({ budget })}
        example="103B, 1.5M or 20,000"
        hint={`${formatCompact(plan.budget)} tokens${times}`}
      />
      <EntryField
        label="Most epochs per source"
        text={String(plan.maxEpochs)}
        parse={parseEpochs}
        onEnter={(maxEpochs) => change({ maxEpochs })}
        example="4 or 0.5"
        hint="Each row below may have its own."
      />
      <div className="max-lg:order-last">
        <p className="mb-1 text-xs font-medium text-ink-2">At the limit of epochs</p>
        <Segmented
          label="At the limit of epochs"
          value={plan.remainder}
          onValueChange={(remainder) => change({ remainder })}
          options={[
            { value: 'leave', label: 'Leave unfilled' },
            { value: 'spread', label: 'Spread' },
          ]}
        />
        <p className="mt-1 text-xs text-ink-3">{REMAINDER_NOTES[plan.remainder]}</p>
      </div>
      <EntryField
        label="Context length"
        text={String(plan.context)}
        parse={parseContext}
        onEnter={(context) => change({ context })}
        example="4096 or 32,768"
        hint={`${formatCount(plan.context)} tokens a sequence`}
      />
      <EntryField
        label="Seed"
        text={String(plan.seed)}
        parse={parseSeed}
        onEnter={(seed) => change({ seed })}
        example="7"
        hint="Of the random part."
      />
    </div>
  );
}

/** @returns times a record may be drawn, from 0; fractions are allowed */
export function parseEpochs(text: string): number | null {
  return /^\d{1,6}(\.\d{1,4})?$/.test(text.trim()) ? Number(text) : null;
}

function parseContext(text: string): number | null {
  const value = parseCount(text);
  return value !== null && value >= 2 && value <= MAX_CONTEXT ? value : null;
}

function parseSeed(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}
