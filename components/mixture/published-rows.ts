/** Published histograms as rows of the length charts. */
import { formatPlural } from '@/lib/format/numbers';
import type { Published, PublishedHistogram } from '@/lib/mixture/published/published';
import type { Series } from '@/lib/mixture/series';
import { weightedBins } from '@/lib/mixture/weights';
import type { LengthMeasure, Weight } from '@/lib/url';
import type { LengthRow } from './length-row';

/** Statistics of datatrove that measure what token_stats does. */
const SAME: Readonly<Record<string, LengthMeasure>> = { token_count: 'tokens', length: 'chars' };

/** @returns the measure of token_stats that a published statistic is, if any */
export function measureOf(statistic: string): LengthMeasure | null {
  return SAME[statistic] ?? null;
}

/** @returns rows of what others published of a measure, by the weight where they know it */
export function publishedRows(published: readonly Published[], measure: LengthMeasure, weight: Weight): LengthRow[] {
  return published.flatMap((entry) =>
    entry.kind === 'histogram' && measureOf(entry.statistic) === measure ? publishedRow(entry, weight) : [],
  );
}

/** @returns one row; none where its documents' tokens are not known, and asked for */
export function publishedRow(histogram: PublishedHistogram, weight: Weight): LengthRow[] {
  const { origin, statistic, documents, sum, min, max, bins } = histogram;
  const series: Series = {
    source: origin,
    component: 'text',
    bucket: '',
    measure: statistic,
    count: documents,
    sum,
    min,
    max,
    quantiles: [],
    bins,
  };
  const weighted = weightedBins(series, weight);
  if (weighted === null) return [];
  return [
    {
      key: `published ${origin} ${statistic}`,
      label: origin,
      note: 'published',
      counted: formatPlural(documents, 'document'),
      colour: 'var(--ink-2)',
      outlined: true,
      dash: '1 2',
      series,
      bins: weighted,
      href: null,
      hrefOf: () => null,
    },
  ];
}
