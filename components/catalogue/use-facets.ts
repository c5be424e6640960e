'use client';

import { useRef } from 'react';
import { runQuery, type Corpus } from '@/lib/data';
import { apiFacets, apiRanges, MAX_FACET_VALUES } from '@/lib/queries/api-facets';
import type { ApiFacet, ApiFilter, ApiRange } from '@/lib/queries/api-filter';
import type { FacetValue } from './facet-section';
import type { Bin } from './range-section';
import { useLatest, type Latest } from './use-latest';

/** A pause in typing after which the counts are read. */
const TYPING_MS = 220;

export interface Facets {
  readonly values: Partial<Record<ApiFacet, readonly FacetValue[]>>;
  /** Facets that have more values than were counted. */
  readonly cut: ReadonlySet<ApiFacet>;
  readonly bins: Partial<Record<ApiRange, readonly Bin[]>>;
}

/**
 * Counts beside the list.
 * @param ready false while the list itself is being read: rows come first
 */
export function useFacets(corpus: Corpus, filter: ApiFilter, ready: boolean): Latest<Facets> {
  // A sample does not narrow the counts: they tell what it is drawn from.
  const whole: ApiFilter = { ...filter, sample: null };
  const key = JSON.stringify([corpus.baseUrl, whole]);
  const counted = useRef(whole.q);
  return useLatest(ready ? key : null, async (signal) => {
    // The engine does one thing at a time: while someone types, the next keystroke goes before the counts.
    if (whole.q !== counted.current) await pause(TYPING_MS, signal);
    counted.current = whole.q;
    const [facets, ranges] = await Promise.all([
      runQuery(corpus, apiFacets(whole), { signal }),
      runQuery(corpus, apiRanges(whole), { signal }),
    ]);
    return gather(facets, ranges);
  });
}

/** @throws the signal's reason once it is aborted */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  signal.throwIfAborted();
}

interface FacetRow {
  readonly facet: string;
  readonly value: string | null;
  readonly apis: number;
}

function gather(rows: readonly FacetRow[], bins: readonly (Bin & { readonly range: string })[]): Facets {
  const values: Partial<Record<string, FacetValue[]>> = {};
  for (const { facet, value, apis } of rows) (values[facet] ??= []).push({ value: value ?? '', apis });
  const cut = Object.entries(values).flatMap(([facet, listed]) =>
    (listed?.length ?? 0) >= MAX_FACET_VALUES ? [facet as ApiFacet] : [],
  );
  const byRange: Partial<Record<string, Bin[]>> = {};
  for (const { range, bin, apis } of bins) (byRange[range] ??= []).push({ bin, apis });
  return { values, cut: new Set(cut), bins: byRange };
}
