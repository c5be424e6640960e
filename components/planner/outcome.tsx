import { formatCompact, formatCount, formatPercent } from '@/lib/format/numbers';
import type { Mixture, Remainder } from '@/lib/mixture/plan';

export interface OutcomeProps {
  readonly mixture: Mixture;
  readonly remainder: Remainder;
}

/** What the plan comes to, in four numbers. */
export function Outcome({ mixture, remainder }: OutcomeProps) {
  const { allocations, budget, drawn, unfilled, unused } = mixture;
  const capped = allocations.filter((allocation) => allocation.capped);
  const most = Math.max(0, ...allocations.map(({ epochs }) => epochs));
  const corpus = allocations.reduce((sum, { stratum }) => sum + stratum.tokens, 0);
  const numbers = [
    {
      name: 'Drawn',
      value: formatCompact(drawn),
      note: budget === 0 ? 'of no budget' : `${formatPercent(drawn / budget)} of the budget`,
    },
    {
      name: 'Unfilled',
      value: formatCompact(unfilled),
      note: unfilled < 0.5 ? 'the budget is filled' : 'nothing is left to draw for them',
      warn: unfilled >= 0.5,
    },
    {
      name: 'At their limit',
      value: formatCount(capped.length),
      note:
        capped.length === 0
          ? `most epochs: ${epochsText(most)}`
          : remainder === 'leave'
            ? 'sources; the rest of their part is left unfilled'
            : 'sources; others give the rest of their part',
      warn: capped.length > 0,
    },
    {
      name: 'Never drawn',
      value: formatCompact(unused),
      note: `${formatPercent(corpus === 0 ? 0 : unused / corpus)} of the corpus`,
    },
  ];
  return (
    <dl
      aria-label="What the plan comes to"
      className="grid grid-cols-2 border-t border-line sm:grid-cols-4"
      data-testid="plan-outcome"
    >
      {numbers.map(({ name, value, note, warn = false }) => (
        <div
          key={name}
          className="border-line px-3 py-3 not-first:border-l max-sm:odd:border-l-0 max-sm:nth-[n+3]:border-t"
        >
          <dt className="text-xs text-ink-2">{name}</dt>
          <dd className={`tabular mt-0.5 text-xl leading-7 font-medium whitespace-nowrap ${warn ? 'text-warn' : ''}`}>
            {value}
          </dd>
          <dd className="text-2xs text-ink-3">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Times that something is drawn, for people. */
export function epochsText(epochs: number): string {
  return epochs >= 100 ? formatCount(epochs) : epochs.toFixed(2);
}
