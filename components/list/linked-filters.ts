/** What links from the mixture narrow a list by: it has no facet or slider of its own, and is shown as what can be taken away. */
import type { LinkedFilter } from '@/lib/queries/linked-filter';
import { rangeLabel, type ActiveFilter } from './filter-model';

const KINDS: Readonly<Record<string, string>> = { exact: 'exactly', near: 'nearly', '': 'no' };

const RANGES = { chars: 'Characters', density: 'Tokens per byte' } as const;

/** @returns what narrows the list so, each with the filter without it */
export function linkedFilters<F extends LinkedFilter>(filter: F): ActiveFilter<F>[] {
  return [
    ...filter.duplicates.map((kind) => ({
      id: `duplicate ${kind}`,
      label: 'Repeats another',
      value: KINDS[kind] ?? kind,
      without: { ...filter, duplicates: filter.duplicates.filter((other) => other !== kind) },
    })),
    ...(Object.keys(RANGES) as (keyof typeof RANGES)[]).flatMap((range) => {
      const limits = filter[range];
      if (limits === null) return [];
      return [{ id: range, label: RANGES[range], value: rangeLabel(limits), without: { ...filter, [range]: null } }];
    }),
  ];
}
