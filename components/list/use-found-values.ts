'use client';

import type { FacetValue } from './filter-model';
import { useLatest } from './use-latest';

/**
 * Values of a facet beyond those it lists, found by a part of their text.
 * @param key names what is counted: corpus and filter
 * @param text empty for none
 * @returns null while it is looking, and where there is no text
 */
export function useFoundValues<F extends string>(
  key: string,
  facet: F,
  text: string,
  find: (facet: F, text: string, signal: AbortSignal) => Promise<readonly FacetValue[]>,
): readonly FacetValue[] | null {
  const wanted = text.trim();
  const question = wanted === '' ? null : JSON.stringify([key, facet, wanted]);
  const { value, stale } = useLatest(question, (signal) => find(facet, wanted, signal));
  return question === null || stale ? null : value;
}
