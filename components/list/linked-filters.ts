/** What links from the mixture narrow a list by: it has no facet or slider of its own, and is shown as what can be taken away. */
import { MAX_BUCKETS, type Dimension } from '@/lib/corpus';
import type { LinkedFilter } from '@/lib/queries/linked-filter';
import { chosenLimits, chosenValues, type ActiveFilter } from './filter-model';

/** How a record repeats an earlier one, behind "Repeats another". */
export const REPEATS: Readonly<Record<string, string>> = { exact: 'exactly', near: 'nearly', '': 'no' };

const RANGES = { chars: 'Characters', density: 'Tokens per byte' } as const;

/** @returns what narrows the list so, each with the filter without it */
export function linkedFilters<F extends LinkedFilter>(filter: F): ActiveFilter<F>[] {
  return [
    ...otherValues(filter),
    ...chosenValues(filter, 'duplicates', 'Repeats another', (kind) => REPEATS[kind] ?? kind),
    ...chosenLimits(filter, RANGES),
  ];
}

const COLUMNS: Readonly<Record<Dimension, string>> = { domain: 'Domain', language: 'Language', licence: 'Licence' };

/** The part "all others" of a chart. */
export function otherValues<F extends Pick<LinkedFilter, 'others'>>(filter: F): ActiveFilter<F>[] {
  const { others } = filter;
  if (others === null) return [];
  const value = `all but the ${MAX_BUCKETS} of most tokens`;
  return [{ id: 'others', label: COLUMNS[others], value, without: { ...filter, others: null } }];
}

/** Sources whose licence counts as that of their records. */
export function inheritedLicences<F extends { readonly licenceOf: readonly string[] }>(filter: F): ActiveFilter<F>[] {
  return chosenValues(filter, 'licenceOf', 'Or the licence of');
}
