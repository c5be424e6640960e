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
      { label: 'Records', numeric: true },
      { label: 'Exact', numeric: true },
      { label: 'Their tokens', numeric: true },
      { label: '% of tokens', numeric: true },
      { label: 'Near', numeric: true },
      { label: 'Their tokens ', numeric: true },
      { label: '% of tokens ', numeric: true },
    ],
    rows: corpora.flatMap((corpus) => duplicatesOf(corpus.stats).map((entry) => rowOf(corpus, entry))),
  };
}

function rowOf({ manifest, link, beside }: CorpusStats, entry: Duplicates) {
  const { source, component, records, tokens, exact, near } = entry;
  const share = (part: number) => formatPercent(tokens === 0 ? 0 : part / tokens);
  return {
    key: `${beside} ${source} ${component}`,
    cells: [
      sourceTitle(manifest, source),
      beside ? `${component}, ${manifest.title}` : component,
      formatCount(records),
      formatCount(exact.records),
      formatCount(exact.tokens),
      share(exact.tokens),
      formatCount(near.records),
      formatCount(near.tokens),
      share(near.tokens),
    ],
    href: recordsHref({ corpus: link, component, sources: [source] }),
  };
}
