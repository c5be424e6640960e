'use client';

import { runQuery, type Corpus } from '@/lib/data';
import { apiFacetValues } from '@/lib/queries/api-facet-values';
import type { ApiFacet, ApiFilter } from '@/lib/queries/api-filter';
import type { FacetValue } from './facet-section';
import { useLatest } from './use-latest';

/**
 * Values of a facet beyond those it lists, found by a part of their text.
 * @param text empty for none
 * @returns null while it is looking, and where there is no text
 */
export function useFoundValues(
  corpus: Corpus,
  filter: ApiFilter,
  facet: ApiFacet,
  text: string,
): readonly FacetValue[] | null {
  const wanted = text.trim();
  const key = wanted === '' ? null : JSON.stringify([corpus.baseUrl, filter, facet, wanted]);
  const { value, stale } = useLatest(key, async (signal) => {
    const rows = await runQuery(corpus, apiFacetValues(filter, facet, wanted), { signal });
    return rows.map((row) => ({ value: row.value ?? '', apis: row.apis }));
  });
  return key === null || stale ? null : value;
}
