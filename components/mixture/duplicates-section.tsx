'use client';

import { ChartTable } from '@/components/charts/chart-table';
import { Section } from '@/components/overview/section';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import { duplicatesOf, knowsDuplicates, type Duplicates } from '@/lib/mixture/duplicates';
import { recordsHref } from '@/lib/url';
import { sourceTitle, type CorpusStats } from './shown-corpus';

/** What of a corpus it holds more than once. */
export function DuplicatesSection({ corpora }: { readonly corpora: readonly CorpusStats[] }) {
  const known = corpora.filter(({ stats }) => knowsDuplicates(stats));
  return (
    <Section
      title="Duplicates"
      note="Records that repeat an earlier one of the corpus: letter by letter, or nearly (MinHash). The first of them is not counted."
    >
      {known.length === 0 ? (
        <EmptyState title="No duplicates are recorded">
          The corpus holds none, or was built by a version that does not look for them.
        </EmptyState>
      ) : (
        <ChartTable caption="Duplicates by source" {...tableOf(known)} />
      )}
    </Section>
  );
}

function tableOf(corpora: readonly CorpusStats[]) {
  return {
    columns: [
      { label: 'Source' },
      { label: 'Component' },
      { label: 'Duplicates' },
      { label: 'Records', numeric: true },
      { label: '% of records', numeric: true },
      { label: 'Tokens', numeric: true },
      { label: '% of tokens', numeric: true },
    ],
    rows: corpora.flatMap((corpus) =>
      duplicatesOf(corpus.stats).flatMap((entry) => [rowOf(corpus, entry, 'exact'), rowOf(corpus, entry, 'near')]),
    ),
  };
}

function rowOf({ manifest, link, beside }: CorpusStats, entry: Duplicates, kind: 'exact' | 'near') {
  const { source, component, records, tokens } = entry;
  const repeats = entry[kind];
  return {
    key: `${beside} ${source} ${component} ${kind}`,
    cells: [
      sourceTitle(manifest, source),
      beside ? `${component}, ${manifest.title}` : component,
      kind,
      formatCount(repeats.records),
      share(repeats.records, records),
      formatCount(repeats.tokens),
      share(repeats.tokens, tokens),
    ],
    href: repeats.records === 0 ? null : recordsHref({ corpus: link, component, sources: [source], duplicate: kind }),
  };
}

const share = (part: number, whole: number): string => formatPercent(whole === 0 ? 0 : part / whole);
