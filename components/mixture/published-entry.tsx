'use client';

import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ChartTable } from '@/components/charts/chart-table';
import { logScale, spanScale } from '@/components/charts/scales';
import { Badge } from '@/components/ui/badge';
import { formatBytes, formatCount } from '@/lib/format/numbers';
import type {
  Published,
  PublishedDataset,
  PublishedGroups,
  PublishedHistogram,
  PublishedSummary,
} from '@/lib/mixture/published/published';
import { seriesOf } from '@/lib/mixture/series';
import { binTable } from './length-data';
import { LengthHistograms } from './length-histograms';
import { measureOf, publishedRow } from './published-rows';
import { sourceTitle, type CorpusStats } from './shown-corpus';

export interface PublishedEntryProps<P extends Published = Published> {
  readonly entry: P;
  readonly corpora: readonly CorpusStats[];
}

/** One published statistic, labelled as such, with the corpus's own numbers where they measure the same. */
export function PublishedEntry({ entry, corpora }: PublishedEntryProps) {
  return (
    <>
      <h3 className="mb-2 flex flex-wrap items-baseline gap-2">
        <span className="font-medium break-all">{titleOf(entry)}</span>
        <Badge tone="accent">published</Badge>
        <span className="font-mono text-2xs break-all text-ink-3">{entry.origin}</span>
      </h3>
      <Matter entry={entry} corpora={corpora} />
    </>
  );
}

function titleOf(entry: Published): string {
  if (entry.kind === 'dataset') return `Dataset, configuration ${entry.configuration}`;
  return entry.kind === 'groups' ? `${entry.statistic} per ${entry.group}` : entry.statistic;
}

function Matter({ entry, corpora }: PublishedEntryProps) {
  switch (entry.kind) {
    case 'histogram':
      return <Histogram entry={entry} corpora={corpora} />;
    case 'summary':
      return <Summary entry={entry} corpora={corpora} />;
    case 'groups':
      return <Groups entry={entry} />;
    default:
      return <Dataset entry={entry} corpora={corpora} />;
  }
}

const number = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 1_000 ? formatCount(value) : String(Number(value.toPrecision(4)));

function Histogram({ entry }: PublishedEntryProps<PublishedHistogram>) {
  const rows = publishedRow(entry, 'records');
  const measure = measureOf(entry.statistic);
  const beside = measure === null ? '' : ` It is also drawn among the lengths, where the measure is ${measure}.`;
  return (
    <ChartFrame
      title={`Published histogram of ${entry.statistic}`}
      caption={`${formatCount(entry.documents)} documents of ${entry.origin}, as published; not of this corpus, and by its own tokenizer.${beside}`}
      table={() => binTable(rows, entry.statistic, 'documents')}
    >
      <ChartArea>
        {(width) => (
          <LengthHistograms
            rows={rows}
            axis={entry.whole ? `${entry.statistic}, log scale` : entry.statistic}
            unit={entry.statistic}
            weight="records"
            window={null}
            width={width}
            scale={entry.whole ? logScale : spanScale}
            format={entry.whole ? undefined : number}
          />
        )}
      </ChartArea>
    </ChartFrame>
  );
}

function Summary({ entry, corpora }: PublishedEntryProps<PublishedSummary>) {
  const measure = measureOf(entry.statistic);
  const own = corpora.flatMap((corpus) =>
    seriesOf(corpus.stats, measure ?? '').map((series) => ({
      key: `${corpus.beside} ${series.source} ${series.component}`,
      cells: [
        `${sourceTitle(corpus.manifest, series.source)}, ${series.component}`,
        formatCount(series.count),
        number(series.sum / series.count),
        '–',
        number(series.min),
        number(series.max),
      ],
    })),
  );
  const { documents, mean, deviation, min, max, origin } = entry;
  const published = {
    key: 'published',
    cells: [`${origin} (published)`, formatCount(documents), ...[mean, deviation, min, max].map(number)],
  };
  return (
    <ChartTable
      caption={`Published summary of ${entry.statistic}`}
      columns={[
        { label: entry.statistic },
        ...['Records', 'Mean', 'Deviation', 'Smallest', 'Largest'].map((label) => ({ label, numeric: true })),
      ]}
      rows={[published, ...own]}
    />
  );
}

function Groups({ entry }: { readonly entry: PublishedGroups }) {
  return (
    <ChartTable
      caption={`Published ${entry.statistic} per ${entry.group}`}
      columns={[{ label: entry.group }, ...['Documents', 'Sum', 'Mean'].map((label) => ({ label, numeric: true }))]}
      rows={entry.entries.map(({ key, documents, sum, mean }) => ({
        key,
        cells: [key, formatCount(documents), number(sum), number(mean)],
      }))}
    />
  );
}

const maybe = (value: number | null, format: (value: number) => string): string =>
  value === null ? '–' : format(value);

function Dataset({ entry, corpora }: PublishedEntryProps<PublishedDataset>) {
  const own = corpora.map(({ manifest, stats, beside }) => {
    const bytes = seriesOf(stats, 'bytes').reduce((sum, series) => sum + series.sum, 0);
    const records = seriesOf(stats, 'tokens').reduce((sum, series) => sum + series.count, 0);
    return {
      key: `corpus ${beside}`,
      cells: [
        `${manifest.title} (corpus, text alone)`,
        formatCount(records),
        formatBytes(bytes),
        perRecord(bytes, records),
      ],
    };
  });
  const splits = entry.splits.map(({ name, examples, bytes }) => ({
    key: name,
    cells: [`${name} (published)`, maybe(examples, formatCount), maybe(bytes, formatBytes), perRecord(bytes, examples)],
  }));
  return (
    <div className="grid gap-4">
      <ChartTable
        caption={`Splits of ${entry.configuration}`}
        columns={[
          { label: 'Split' },
          ...['Records', 'Bytes', 'Bytes / record'].map((label) => ({ label, numeric: true })),
        ]}
        rows={[...splits, ...own]}
      />
      {entry.features.length === 0 ? null : (
        <ChartTable
          caption={`Features of ${entry.configuration}`}
          columns={[{ label: 'Feature' }, { label: 'Type' }]}
          rows={entry.features.map(({ name, type }) => ({ key: name, cells: [name, type] }))}
        />
      )}
    </div>
  );
}

function perRecord(bytes: number | null, records: number | null): string {
  return bytes === null || records === null || records === 0 ? '–' : formatBytes(bytes / records);
}
