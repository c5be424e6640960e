'use client';

import { useRef } from 'react';
import type { Bin, FacetValue } from './filter-model';
import type { Scale } from './range-bins';
import { pause } from './pause';
import { useLatest, type Latest } from './use-latest';

/** A pause in typing after which the counts are read. */
const TYPING_MS = 220;

export interface Facets<F extends string, R extends string> {
  readonly values: Partial<Record<F, readonly FacetValue[]>>;
  /** Facets that have more values than were counted. */
  readonly cut: ReadonlySet<F>;
  readonly bins: Partial<Record<R, readonly Bin[]>>;
  /** How the bins of a range lie, where they do not double in width. */
  readonly scales?: Partial<Record<R, Scale>>;
  /** True while some counts are not here yet. */
  readonly pending?: boolean;
}

/**
 * Counts beside a list.
 * @param key names what is counted: corpus and filter; null while the list itself is being read, since rows come first
 * @param q text of the search
 * @param count reads the counts
 */
export function useFacets<F extends string, R extends string>(
  key: string | null,
  q: string,
  count: (signal: AbortSignal) => Promise<Facets<F, R>>,
): Latest<Facets<F, R>> {
  const counted = useRef(q);
  return useLatest(key, async (signal) => {
    // The engine does one thing at a time: while someone types, the next keystroke goes before the counts.
    if (q !== counted.current) await pause(TYPING_MS, signal);
    counted.current = q;
    return count(signal);
  });
}

interface FacetRow {
  readonly facet: string;
  readonly value: string | null;
  readonly count: number;
}

/**
 * Rows of counts, by facet.
 * @param most values that one facet lists
 */
export function gatherValues<F extends string>(
  rows: readonly FacetRow[],
  most: number,
): Pick<Facets<F, never>, 'values' | 'cut'> {
  const values: Partial<Record<string, FacetValue[]>> = {};
  for (const { facet, value, count } of rows) (values[facet] ??= []).push({ value: value ?? '', count });
  const cut = Object.entries(values).flatMap(([facet, listed]) => ((listed?.length ?? 0) >= most ? [facet as F] : []));
  return { values: values as Facets<F, never>['values'], cut: new Set(cut) };
}

/** Rows of histograms, by range. */
export function gatherBins<R extends string>(
  rows: readonly (Bin & { readonly range: string })[],
): Facets<never, R>['bins'] {
  const bins: Partial<Record<string, Bin[]>> = {};
  for (const { range, bin, count } of rows) (bins[range] ??= []).push({ bin, count });
  return bins as Facets<never, R>['bins'];
}
