'use client';

import { useMemo } from 'react';
import { FacetPanel } from '@/components/list/facet-panel';
import { missingFacet } from '@/components/list/missing-tables';
import { evenScale } from '@/components/list/range-bins';
import { gatherBins, gatherValues, useFacets, type Facets } from '@/components/list/use-facets';
import type { Latest } from '@/components/list/use-latest';
import { runQuery, type Corpus } from '@/lib/data';
import { MAX_FACET_VALUES } from '@/lib/queries/api-facets';
import {
  REWARD_BINS,
  trajectoryFacets,
  trajectoryFacetValues,
  trajectoryRanges,
  trajectoryRewards,
  trajectoryTools,
} from '@/lib/queries/trajectory-facets';
import type { TrajectoryFacet, TrajectoryFilter, TrajectoryRange } from '@/lib/queries/trajectory-filter';
import { TRAJECTORY_FILTERS } from './filters';
import { SequenceSection } from './sequence-section';

type Counts = Facets<TrajectoryFacet, TrajectoryRange>;

export interface TrajectoryFacetsProps {
  readonly corpus: Corpus;
  readonly filter: TrajectoryFilter;
  /** False while the list is being read: rows come first. */
  readonly ready: boolean;
  /** True where the list could not be read: there is nothing to count then. */
  readonly failed: boolean;
  readonly edit: (change: (filter: TrajectoryFilter) => TrajectoryFilter) => void;
}

/** The rail of the list of trajectories. */
export function TrajectoryFacets({ corpus, filter, ready, failed, edit }: TrajectoryFacetsProps) {
  // A sample does not narrow the counts: they tell what it is drawn from.
  const whole: TrajectoryFilter = { ...filter, sample: null };
  const key = JSON.stringify([corpus.baseUrl, whole]);
  const values = useFacets(ready ? key : null, whole.q, (signal) => countValues(corpus, whole, signal));
  // What takes longer comes after what is looked at first.
  const ranges = useFacets(values.valueKey === key ? key : null, whole.q, (signal) =>
    countRanges(corpus, whole, signal),
  );
  const tools = useFacets(ranges.valueKey === key ? key : null, whole.q, (signal) => countTools(corpus, whole, signal));
  const facets = useMemo(() => together(values, ranges, tools), [values, ranges, tools]);
  const find = async (facet: TrajectoryFacet, text: string, signal: AbortSignal) => {
    const rows = await runQuery(corpus, trajectoryFacetValues(whole, facet, text), { signal });
    return rows.map((row) => ({ value: row.value ?? '', count: row.trajectories }));
  };
  return (
    <>
      <FacetPanel
        model={TRAJECTORY_FILTERS}
        facets={facets}
        filter={filter}
        ready={ready}
        failed={failed}
        edit={edit}
        findKey={key}
        find={find}
        missing={(facet) => missingFacet(corpus, facet)}
      />
      {facets.value === null ? null : (
        <SequenceSection
          key={filter.sequence.join('\n')}
          sequence={filter.sequence}
          onChange={(sequence) => edit((old) => ({ ...old, sequence }))}
          findKey={JSON.stringify([key, 'sequence'])}
          find={(text, signal) => find('tool', text, signal)}
          missing={missingFacet(corpus, 'tool')}
        />
      )}
    </>
  );
}

async function countValues(corpus: Corpus, filter: TrajectoryFilter, signal: AbortSignal): Promise<Counts> {
  const rows = await runQuery(corpus, trajectoryFacets(filter), { signal });
  const values = rows.map(({ facet, value, trajectories }) => ({ facet, value, count: trajectories }));
  return { ...gatherValues<TrajectoryFacet>(values, MAX_FACET_VALUES), bins: {} };
}

async function countRanges(corpus: Corpus, filter: TrajectoryFilter, signal: AbortSignal): Promise<Counts> {
  const [ranges, rewards] = await Promise.all([
    runQuery(corpus, trajectoryRanges(filter), { signal }),
    runQuery(corpus, trajectoryRewards(filter), { signal }),
  ]);
  const bins = ranges.map(({ range, bin, trajectories }) => ({ range, bin, count: trajectories }));
  const rewardBins = rewards.map(({ bin, trajectories }) => ({ range: 'reward', bin, count: trajectories }));
  const [ends] = rewards;
  return {
    values: {},
    cut: new Set(),
    bins: gatherBins<TrajectoryRange>([...bins, ...rewardBins]),
    scales: ends === undefined ? {} : { reward: evenScale(ends.lower, ends.upper, REWARD_BINS) },
  };
}

async function countTools(corpus: Corpus, filter: TrajectoryFilter, signal: AbortSignal): Promise<Counts> {
  const rows = await runQuery(corpus, trajectoryTools(filter), { signal });
  const values = rows.map(({ facet, value, trajectories }) => ({ facet, value, count: trajectories }));
  return { ...gatherValues<TrajectoryFacet>(values, MAX_FACET_VALUES), bins: {} };
}

/** The counts of facets, ranges and tools as one; those that are not here yet are missing. */
function together(values: Latest<Counts>, ranges: Latest<Counts>, tools: Latest<Counts>): Latest<Counts> {
  const failed = [values, ranges, tools].find(({ error }) => error !== null);
  const value =
    values.value === null
      ? null
      : {
          values: { ...values.value.values, ...tools.value?.values },
          cut: new Set([...values.value.cut, ...(tools.value?.cut ?? [])]),
          bins: ranges.value?.bins ?? {},
          scales: ranges.value?.scales ?? {},
          pending: ranges.value === null || tools.value === null,
        };
  return {
    value,
    valueKey: values.valueKey,
    stale: values.stale || ranges.stale,
    error: failed?.error ?? null,
    retry: failed?.retry ?? values.retry,
  };
}
