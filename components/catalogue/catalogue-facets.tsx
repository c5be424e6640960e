'use client';

import { FacetPanel } from '@/components/list/facet-panel';
import { gatherBins, gatherValues, useFacets } from '@/components/list/use-facets';
import { runQuery, type Corpus } from '@/lib/data';
import { apiFacetValues } from '@/lib/queries/api-facet-values';
import { apiFacets, apiRanges, MAX_FACET_VALUES } from '@/lib/queries/api-facets';
import type { ApiFacet, ApiFilter, ApiRange } from '@/lib/queries/api-filter';
import { API_FILTERS } from './facets';

export interface CatalogueFacetsProps {
  readonly corpus: Corpus;
  readonly filter: ApiFilter;
  /** False while the list is being read: rows come first. */
  readonly ready: boolean;
  /** True where the list could not be read: there is nothing to count then. */
  readonly failed: boolean;
  readonly edit: (change: (filter: ApiFilter) => ApiFilter) => void;
}

/** The rail of the catalogue. */
export function CatalogueFacets({ corpus, filter, ready, failed, edit }: CatalogueFacetsProps) {
  // A sample does not narrow the counts: they tell what it is drawn from.
  const whole: ApiFilter = { ...filter, sample: null };
  const key = JSON.stringify([corpus.baseUrl, whole]);
  const facets = useFacets<ApiFacet, ApiRange>(ready ? key : null, whole.q, async (signal) => {
    const [values, ranges] = await Promise.all([
      runQuery(corpus, apiFacets(whole), { signal }),
      runQuery(corpus, apiRanges(whole), { signal }),
    ]);
    const counted = values.map(({ facet, value, apis }) => ({ facet, value, count: apis }));
    const bins = ranges.map(({ range, bin, apis }) => ({ range, bin, count: apis }));
    return { ...gatherValues<ApiFacet>(counted, MAX_FACET_VALUES), bins: gatherBins<ApiRange>(bins) };
  });
  return (
    <FacetPanel
      model={API_FILTERS}
      facets={facets}
      filter={filter}
      ready={ready}
      failed={failed}
      edit={edit}
      findKey={key}
      find={async (facet, text, signal) => {
        const rows = await runQuery(corpus, apiFacetValues(filter, facet, text), { signal });
        return rows.map((row) => ({ value: row.value ?? '', count: row.apis }));
      }}
    />
  );
}
