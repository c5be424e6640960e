'use client';

import { BestMixture } from '@/components/fit/best-mixture';
import { measureName } from '@/components/fit/choices';
import { CurveSection } from '@/components/fit/curve-section';
import { formatValue } from '@/components/fit/number-text';
import { ParametersTable } from '@/components/fit/parameters-table';
import { PredictionCharts } from '@/components/fit/prediction-charts';
import { Section } from '@/components/overview/section';
import { Button, ErrorPanel } from '@/components/ui';
import type { LawFacts } from '@/lib/fit/laws/facts';
import type { FitAnswer, FitOrder, FitQuestion } from '@/lib/fit/question';
import { useFit } from './use-fit';

export interface FitPanelProps {
  readonly order: FitOrder;
  readonly law: LawFacts;
  readonly onBounds: (bounds: FitQuestion['bounds']) => void;
  readonly planHref: (weights: Readonly<Record<string, number>>) => string;
}

/** The fit under way, or what it found. */
export function FitPanel(props: FitPanelProps) {
  const { fit, cancel, again } = useFit(props.order);
  switch (fit.state) {
    case 'running':
      return (
        <div className="flex items-center gap-4 border-t border-line-strong py-7" data-testid="fit-running">
          <label htmlFor="fit-progress" className="text-ink-2">
            Fitting
          </label>
          <progress id="fit-progress" max={1} value={fit.part} className="progress-line max-w-80 bg-line" />
          <Button size="sm" onClick={cancel}>
            Cancel
          </Button>
        </div>
      );
    case 'cancelled':
      return (
        <div className="flex items-center gap-4 border-t border-line-strong py-7">
          <p className="text-ink-2">The fit was cancelled.</p>
          <Button size="sm" onClick={again}>
            Fit again
          </Button>
        </div>
      );
    case 'failed':
      return (
        <div className="border-t border-line-strong py-7" data-testid="fit-refused">
          <ErrorPanel error={fit.error} title="This cannot be fitted" className="max-w-2xl" />
        </div>
      );
    case 'done':
      return <Found {...props} answer={fit.answer} />;
  }
}

function Found({ order, law, onBounds, planHref, answer }: FitPanelProps & { readonly answer: FitAnswer }) {
  const { question, runs } = order;
  const isSum = law.inputs === 'ratio-side';
  const targets = isSum
    ? [measureName(runs, question.target), measureName(runs, question.opposing)]
    : [measureName(runs, question.target)];
  const caption = `${law.title}; ${answer.runs} runs, ${runs.domains.length} domains, ${question.bootstraps} bootstraps of whole runs.`;
  return (
    <div data-testid="fit-answer">
      <Section title="Quality" note="Of held-out predictions: ten folds, each predicted by a fit of the others.">
        <Quality answer={answer} targets={targets} />
        <PredictionCharts answer={answer} targets={targets} caption={caption} />
      </Section>
      <Section title="Ratio" note="The loss along the share of the chosen domains, within what the runs have.">
        <CurveSection order={order} answer={answer} caption={caption} />
      </Section>
      <Section
        title="Best mixture"
        note={
          law.inputs === 'weights'
            ? 'Within the bounds; where none is given, within what the runs have. Intervals: what each resample finds best among mixtures near it.'
            : 'This law knows the ratio alone: the other domains keep their mean proportions.'
        }
      >
        <BestMixture
          best={answer.best}
          notes={answer.notes}
          domains={runs.domains}
          bounds={question.bounds}
          onBounds={law.inputs === 'weights' ? onBounds : null}
          what={isSum ? 'weighted sum of both losses' : (targets[0] ?? '')}
          planHref={planHref}
        />
      </Section>
      <Section title="Parameters" note="With the middle 95 % of 200 refits of resampled runs.">
        <ParametersTable parameters={answer.parameters} />
        {answer.notes.map((note) => (
          <p key={note} className="mt-2 max-w-[80ch] text-xs text-ink-3">
            {note}
          </p>
        ))}
      </Section>
    </div>
  );
}

function Quality({ answer, targets }: { readonly answer: FitAnswer; readonly targets: readonly string[] }) {
  return (
    <dl className="mb-6 flex flex-wrap gap-x-10 gap-y-3" data-testid="fit-quality">
      {targets.map((target, side) => (
        <div key={target}>
          <dt className="text-xs text-ink-3">
            {targets.length > 1 ? `${target}: rank correlation` : 'Rank correlation'}
          </dt>
          <dd className="tabular text-lg font-semibold">
            {(answer.correlations[side] ?? Number.NaN).toFixed(3)}{' '}
            <span className="text-xs font-normal text-ink-3">
              Spearman; typical error {formatValue(answer.errors[side] ?? Number.NaN)}
            </span>
          </dd>
        </div>
      ))}
      <div>
        <dt className="text-xs text-ink-3">Runs</dt>
        <dd className="tabular text-lg font-semibold">{answer.runs}</dd>
      </div>
    </dl>
  );
}
