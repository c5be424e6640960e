'use client';

import { useMemo } from 'react';
import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ChartTable } from '@/components/charts/chart-table';
import { spanScale } from '@/components/charts/scales';
import { Section } from '@/components/overview/section';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import { OTHER_BUCKET } from '@/lib/corpus';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import { outliersOf, type Outliers } from '@/lib/mixture/outliers';
import { seriesOf } from '@/lib/mixture/series';
import { weightedBins } from '@/lib/mixture/weights';
import { recordsHref, type MixtureState } from '@/lib/url';
import { BoxChart } from './box-chart';
import { quantileNote, quantileTable } from './length-data';
import { lengthRow, rangeOf } from './length-model';
import type { LengthRow } from './length-row';
import { tokenizersOf, type CorpusStats } from './shown-corpus';

export interface PerByteSectionProps {
  readonly corpora: readonly CorpusStats[];
  readonly state: MixtureState;
  readonly change: (part: Partial<MixtureState>) => void;
}

/** No text has more tokens per byte: a byte is one at most. */
const HIGHEST = 2;

/** Rows that are shown of languages: those of most records. */
const MOST_ROWS = 30;

/** How well a tokenizer compresses each source, and what it does not: data that is no prose, or broken. */
export function PerByteSection({ corpora, state, change }: PerByteSectionProps) {
  const { per, weight } = state;
  const rows = useMemo(() => rowsOf(corpora, per, weight), [corpora, per, weight]);
  return (
    <Section
      title="Tokens per byte"
      note={`By ${per}. A byte is one of UTF-8. Plain English has about 0.22; what lies far from the rest is often encoded, minified or broken.`}
      controls={
        <Segmented
          label="Tokens per byte by"
          value={per}
          onValueChange={(next) => change({ per: next })}
          options={[
            { value: 'source', label: 'by source' },
            { value: 'language', label: 'by language' },
          ]}
        />
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={`Tokens per byte are not known by ${per}`}>
          {per === 'language'
            ? 'Only code and text have a language.'
            : 'This corpus was built by an older version: build it again with this one.'}
        </EmptyState>
      ) : (
        <PerByte rows={rows} corpora={corpora} state={state} />
      )}
    </Section>
  );
}

const ratio = (value: number): string => value.toFixed(3);

function PerByte({
  rows,
  corpora,
  state,
}: Omit<PerByteSectionProps, 'change'> & { readonly rows: readonly LengthRow[] }) {
  const shown = rows.slice(0, MOST_ROWS);
  const [low, high] = domainOf(shown);
  const counted = rows.reduce((sum, { series }) => sum + series.count, 0);
  const left =
    rows.length > shown.length
      ? ` The ${MOST_ROWS} of most records of ${formatCount(rows.length)}; all are in the data.`
      : '';
  return (
    <>
      <ChartFrame
        title={`Tokens per byte by ${state.per}, weighted by ${state.weight}`}
        caption={`Weighted by ${state.weight}: ${formatCount(counted)} records. Tokens as counted by ${tokenizersOf(corpora)}. The axis ends about where 1 % and 99 % lie. ${quantileNote(rows, state.weight)} From token_stats.${left}`}
        table={() => quantileTable(rows, state.weight, ratio)}
      >
        <ChartArea>
          {(width) => (
            <BoxChart
              rows={shown}
              axis="tokens per byte"
              unit="tokens per byte"
              weight={state.weight}
              window={null}
              width={width}
              format={ratio}
              scale={(from, to) => {
                const { at, ticks } = spanScale(low, high, from, to);
                return { at: (value) => Math.min(Math.max(at(value), from), to), ticks };
              }}
            />
          )}
        </ChartArea>
      </ChartFrame>
      <h3 className="mt-6 mb-1 text-xs font-medium text-ink-2">Outliers</h3>
      <ChartTable caption={`Outliers of tokens per byte by ${state.per}`} {...outlierTable(rows)} />
      <p className="mt-2 max-w-[80ch] text-xs text-ink-3">
        Records beyond the quartiles by more than three times their distance (Tukey&rsquo;s outer fences), counted by
        whole bins of 0.01.
      </p>
    </>
  );
}

function rowsOf(
  corpora: readonly CorpusStats[],
  per: MixtureState['per'],
  weight: MixtureState['weight'],
): LengthRow[] {
  return corpora.flatMap((corpus) =>
    seriesOf(corpus.stats, 'tokens_per_byte', per === 'source' ? '' : per).flatMap((series) => {
      const bins = weightedBins(series, weight);
      if (
        bins === null ||
        (per === 'language' && series.bucket === '' && series.component !== 'code' && series.component !== 'text')
      )
        return [];
      const row = lengthRow(corpus, series, bins, '');
      if (per === 'source') return [row];
      const { component, source, bucket } = series;
      const place = { corpus: corpus.link, component, sources: [source] };
      const where = { dimension: per, value: bucket } as const;
      const href = recordsHref({ ...place, where });
      const hrefOf: LengthRow['hrefOf'] = (bin) =>
        recordsHref({ ...place, where, range: rangeOf('tokens_per_byte', bin) });
      const label = bucket === '' ? 'no language stated' : bucket === OTHER_BUCKET ? 'all others' : bucket;
      return [{ ...row, key: `${row.key} ${bucket}`, label, note: row.note, href, hrefOf }];
    }),
  );
}

/** From the smallest 1 % to the largest 99 %: a few broken records do not squeeze all others together. */
function domainOf(rows: readonly LengthRow[]): readonly [number, number] {
  const ends = rows.flatMap(({ series }) =>
    series.quantiles
      .filter(({ probability }) => probability === 0.01 || probability === 0.99)
      .map(({ value }) => value),
  );
  return ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
}

function outlierTable(rows: readonly LengthRow[]) {
  return {
    columns: [
      { label: 'Source' },
      { label: 'Component' },
      { label: 'Tokens per byte' },
      { label: 'Records', numeric: true },
      { label: 'Tokens', numeric: true },
      { label: '% of tokens', numeric: true },
    ],
    rows: rows.flatMap((row) => outliersOf(row.series).map((found) => outlierRow(row, found))),
  };
}

function outlierRow(row: LengthRow, { side, edge, records, tokens }: Outliers) {
  const whole = row.series.bins.reduce((sum, bin) => sum + (bin.tokens ?? 0), 0);
  return {
    key: `${row.key} ${side}`,
    cells: [
      row.label,
      row.note,
      side === 'below' ? `below ${edge.toFixed(2)}` : `${edge.toFixed(2)} and more`,
      formatCount(records),
      tokens === null ? '–' : formatCount(tokens),
      tokens === null || whole === 0 ? '–' : formatPercent(tokens / whole),
    ],
    href: row.hrefOf({
      lower: side === 'below' ? 0 : edge,
      upper: side === 'below' ? edge : HIGHEST,
      amount: records,
      share: 0,
    }),
  };
}
