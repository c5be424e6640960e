'use client';

import { useMemo, type ReactNode } from 'react';
import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import { Section } from '@/components/overview/section';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { COMPONENTS } from '@/lib/corpus';
import { componentsOf, LENGTH_MEASURES, type LengthForm, type MixtureState } from '@/lib/url';
import { BoxChart } from './box-chart';
import { EcdfChart } from './ecdf-chart';
import { binTable, quantileNote, quantileTable } from './length-data';
import { LengthHistograms } from './length-histograms';
import { lengthRows, measuresOf } from './length-model';
import type { LengthChartProps, LengthRow } from './length-row';
import { MEASURE_WORDS } from './measures';
import { RidgelineChart } from './ridgeline-chart';
import { tokenizersOf, type CorpusStats } from './shown-corpus';

export interface LengthsSectionProps {
  readonly corpora: readonly CorpusStats[];
  /** Distributions that others published, of the chosen measure. */
  readonly published: readonly LengthRow[];
  readonly state: MixtureState;
  readonly change: (part: Partial<MixtureState>) => void;
}

const CHARTS: Readonly<Record<LengthForm, (props: LengthChartProps) => ReactNode>> = {
  histogram: LengthHistograms,
  ecdf: EcdfChart,
  ridgeline: RidgelineChart,
  box: BoxChart,
};

const WHAT: Readonly<Record<LengthForm, string>> = {
  histogram: 'A bar is the share of a source that is of that length.',
  ecdf: 'A line is the share of a source up to that length: exact at the edges of bins, straight between them.',
  ridgeline: 'A ridge is as high as the share of the source at that length, all on one scale.',
  box: 'A box is the middle half with the median; the line reaches from 5 % to 95 %, the dots to the smallest and the largest.',
};

/** How long records are, per source, in any of the measures that token_stats has. */
export function LengthsSection({ corpora, published, state, change }: LengthsSectionProps) {
  const { measure, chart, weight, components } = state;
  const shown = componentsOf(components);
  const own = useMemo(() => lengthRows(corpora, measure, weight, shown), [corpora, measure, weight, shown]);
  const rows = [...own, ...published];
  const words = MEASURE_WORDS[measure];
  return (
    <Section
      title="Lengths"
      note={`${capital(words.axis)}, logarithmic axis, by source. ${WHAT[chart]}`}
      controls={<Controls corpora={corpora} state={state} change={change} />}
    >
      {rows.length === 0 ? (
        <NoRows corpora={corpora} state={state} />
      ) : (
        <Lengths rows={rows} corpora={corpora} state={state} />
      )}
    </Section>
  );
}

function Lengths({
  rows,
  corpora,
  state,
}: Pick<LengthsSectionProps, 'corpora' | 'state'> & { readonly rows: readonly LengthRow[] }) {
  const { measure, chart, weight, window } = state;
  const { axis, unit, each } = MEASURE_WORDS[measure];
  const Chart = CHARTS[chart];
  const counted = rows.reduce((sum, { series }) => sum + series.count, 0);
  const quantiles = chart === 'box' ? ` ${quantileNote(rows, weight)}` : '';
  const caption = `Weighted by ${weight}: ${formatPlural(counted, each)} in ${formatCount(rows.length)} distributions. Tokens as counted by ${tokenizersOf(corpora)}. Bins of a quarter octave. From token_stats.${quantiles}`;
  return (
    <ChartFrame
      title={`${axis} by source, ${chart}, weighted by ${weight}`}
      caption={caption}
      table={() => (chart === 'box' ? quantileTable(rows, weight) : binTable(rows, unit, weight))}
    >
      <ChartArea>
        {(width) => (
          <Chart
            rows={rows}
            axis={`${axis}, log scale`}
            unit={unit}
            weight={weight}
            window={measure === 'tokens' ? window : null}
            width={width}
          />
        )}
      </ChartArea>
    </ChartFrame>
  );
}

function Controls({ corpora, state, change }: Pick<LengthsSectionProps, 'corpora' | 'state' | 'change'>) {
  const known = measuresOf(corpora, LENGTH_MEASURES);
  const measures = known.includes(state.measure) ? known : [...known, state.measure];
  const present = COMPONENTS.filter((component) =>
    corpora.some(({ stats }) => stats.some((stat) => stat.component === component)),
  );
  const shown = componentsOf(state.components);
  return (
    <>
      <Select
        label="Measure of length"
        value={state.measure}
        onValueChange={(measure) => change({ measure })}
        options={measures.map((value) => ({ value, label: MEASURE_WORDS[value].label }))}
      />
      <Segmented
        label="Chart of lengths"
        value={state.chart}
        onValueChange={(chart) => change({ chart })}
        options={[
          { value: 'histogram', label: 'Bars' },
          { value: 'ecdf', label: 'ECDF' },
          { value: 'ridgeline', label: 'Ridge' },
          { value: 'box', label: 'Box' },
        ]}
      />
      <Segmented
        label="Weight of lengths"
        value={state.weight}
        onValueChange={(weight) => change({ weight })}
        options={[
          { value: 'records', label: 'by record' },
          { value: 'tokens', label: 'by token' },
        ]}
      />
      {present.length < 2 ? null : (
        <fieldset className="flex flex-wrap gap-x-4 lg:flex-col">
          <legend className="sr-only">Components that are shown</legend>
          {present.map((component) => (
            <Checkbox
              key={component}
              label={component}
              checked={shown.includes(component)}
              onCheckedChange={(checked) => change({ components: toggled(present, shown, component, checked) })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Components after a box was changed; all and none are the same: no filter. */
function toggled(present: readonly string[], shown: readonly string[], component: string, checked: boolean): string[] {
  const next = present.filter((name) => (name === component ? checked : shown.includes(name)));
  return next.length === present.length ? [] : next;
}

function NoRows({ corpora, state }: Pick<LengthsSectionProps, 'corpora' | 'state'>) {
  const unweighted = lengthRows(corpora, state.measure, 'records', componentsOf([]));
  if (state.weight === 'tokens' && unweighted.length > 0)
    return (
      <EmptyState title="This corpus does not say how many tokens a bin holds">
        It was built by an older version. Build it again with this one, or weight by record.
      </EmptyState>
    );
  return (
    <EmptyState title={`No source has ${MEASURE_WORDS[state.measure].axis}`}>
      Trajectories have steps, calls and tokens per role; APIs have parameters. Choose another measure or component.
    </EmptyState>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
