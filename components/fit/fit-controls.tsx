'use client';

import { Checkbox, Select } from '@/components/ui';
import { ValueSlider } from '@/components/ui/value-slider';
import { formatPercent } from '@/lib/format/numbers';
import { LAW_FACTS, type LawFacts } from '@/lib/fit/laws/facts';
import type { FitQuestion } from '@/lib/fit/question';
import type { Runs } from '@/lib/fit/table/runs';
import { measureName } from './choices';

export interface FitControlsProps {
  readonly runs: Runs;
  readonly question: FitQuestion;
  readonly law: LawFacts;
  readonly onChange: (part: Partial<Pick<FitQuestion, 'law' | 'target' | 'opposing' | 'group' | 'trade'>>) => void;
}

/** Which law is fitted to what. */
export function FitControls({ runs, question, law, onChange }: FitControlsProps) {
  const targets = runs.targets.map(({ column }) => ({ value: column, label: measureName(runs, column) }));
  const isTwoSided = law.inputs === 'ratio-side';
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col items-start gap-2">
        <Select
          label="Law"
          prefix="Law"
          value={question.law}
          onValueChange={(next) => onChange({ law: next })}
          options={LAW_FACTS.map(({ name, title }) => ({ value: name, label: title }))}
        />
        <Select
          label="Target"
          prefix={isTwoSided ? 'Agent loss' : 'Target'}
          value={question.target}
          onValueChange={(next) => onChange({ target: next })}
          options={targets}
        />
        {isTwoSided && question.opposing !== null ? (
          <>
            <Select
              label="Opposing loss"
              prefix="General loss"
              value={question.opposing}
              onValueChange={(next) => onChange({ opposing: next })}
              options={targets.filter(({ value }) => value !== question.target)}
            />
            <div className="w-full max-w-72">
              <p className="text-xs text-ink-3">
                w = {formatPercent(question.trade)}: how much the agent loss counts in the sum of both
              </p>
              <ValueSlider
                label="How much the agent loss counts"
                min={1}
                max={19}
                value={Math.round(question.trade * 20)}
                onChange={(stop) => onChange({ trade: stop / 20 })}
                format={(stop) => formatPercent(stop / 20)}
              />
            </div>
          </>
        ) : null}
        <p className="max-w-full font-mono text-xs break-words text-ink-2">{law.formula}</p>
        <p className="text-xs text-ink-3">{law.source}</p>
      </div>
      <Group domains={runs.domains} group={question.group} onChange={(group) => onChange({ group })} />
    </div>
  );
}

interface GroupProps {
  readonly domains: readonly string[];
  readonly group: readonly string[];
  readonly onChange: (group: readonly string[]) => void;
}

/** Domains whose summed weight is the ratio of the curve. */
function Group({ domains, group, onChange }: GroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-medium text-ink-2">The ratio is the share of</legend>
      <div className="grid max-h-44 grid-cols-2 gap-x-4 overflow-y-auto sm:grid-cols-3">
        {domains.map((domain) => (
          <Checkbox
            key={domain}
            checked={group.includes(domain)}
            // One of them stays, and one stays out: else there is no ratio.
            disabled={group.includes(domain) ? group.length === 1 : group.length === domains.length - 1}
            onCheckedChange={(checked) =>
              onChange(domains.filter((one) => (one === domain ? checked : group.includes(one))))
            }
            label={<span className="truncate">{domain}</span>}
          />
        ))}
      </div>
    </fieldset>
  );
}
