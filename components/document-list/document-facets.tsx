'use client';

import { FacetPanel } from '@/components/list/facet-panel';
import { evenScale } from '@/components/list/range-bins';
import { gatherBins, gatherValues, useFacets, type Facets } from '@/components/list/use-facets';
import { runQuery, type Corpus } from '@/lib/data';
import { MAX_FACET_VALUES } from '@/lib/queries/api-facets';
import { DENSITY_BINS, documentFacets, documentFacetValues, documentRanges } from '@/lib/queries/document-facets';
import type { DocumentFacet, DocumentFilter, DocumentRange } from '@/lib/queries/document-filter';
import { DOCUMENT_FILTERS } from './filters';

const SCALES = { density: evenScale(0, 1, DENSITY_BINS) };

export interface DocumentFacetsProps {
  readonly corpus: Corpus;
  readonly filter: DocumentFilter;
  /** False while the list is being read: rows come first. */
  readonly ready: boolean;
  /** True where the list could not be read: there is nothing to count then. */
  readonly failed: boolean;
  readonly edit: (change: (filter: DocumentFilter) => DocumentFilter) => void;
}

/** The rail of the list of documents. */
export function DocumentFacets({ corpus, filter, ready, failed, edit }: DocumentFacetsProps) {
  // A sample does not narrow the counts: they tell what it is drawn from.
  const whole: DocumentFilter = { ...filter, sample: null };
  const key = JSON.stringify([corpus.baseUrl, whole]);
  const facets = useFacets(ready ? key : null, whole.q, (signal) => count(corpus, whole, signal));
  return (
    <FacetPanel
      model={DOCUMENT_FILTERS}
      facets={facets}
      filter={filter}
      ready={ready}
      failed={failed}
      edit={edit}
      findKey={key}
      find={async (facet, text, signal) => {
        const rows = await runQuery(corpus, documentFacetValues(whole, facet, text), { signal });
        return rows.map(({ value, documents }) => ({ value: value ?? '', count: documents }));
      }}
    />
  );
}

async function count(
  corpus: Corpus,
  filter: DocumentFilter,
  signal: AbortSignal,
): Promise<Facets<DocumentFacet, DocumentRange>> {
  const [values, ranges] = await Promise.all([
    runQuery(corpus, documentFacets(filter), { signal }),
    runQuery(corpus, documentRanges(filter), { signal }),
  ]);
  return {
    ...gatherValues<DocumentFacet>(
      values.map(({ facet, value, documents }) => ({ facet, value, count: documents })),
      MAX_FACET_VALUES,
    ),
    bins: gatherBins<DocumentRange>(ranges.map(({ range, bin, documents }) => ({ range, bin, count: documents }))),
    scales: SCALES,
  };
}
