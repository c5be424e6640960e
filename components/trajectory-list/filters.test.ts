import { describe, expect, it } from 'vitest';
import { activeFilters, clearFacet } from '@/components/list/filter-model';
import { NO_TRAJECTORY_FILTER } from '@/lib/queries/trajectory-filter';
import { TRAJECTORY_FILTERS } from './filters.ts';

const { facets, ranges, chosen, toggle, limits, withLimits } = TRAJECTORY_FILTERS;

describe('every facet', () => {
  it.each(facets.map(({ facet }) => facet))('%s is chosen, and opened again', (facet) => {
    const one = toggle(NO_TRAJECTORY_FILTER, facet, 'true');
    expect(chosen(one, facet)).toEqual(['true']);
    expect(activeFilters(TRAJECTORY_FILTERS, one)).toHaveLength(1);
    expect(clearFacet(TRAJECTORY_FILTERS, one, facet)).toEqual(NO_TRAJECTORY_FILTER);
  });

  it.each(ranges.map(({ range }) => range))('%s is limited, and opened again', (range) => {
    const one = withLimits(NO_TRAJECTORY_FILTER, range, [1, 2]);
    expect(limits(one, range)).toEqual([1, 2]);
    const [active] = activeFilters(TRAJECTORY_FILTERS, one);
    expect(active?.without).toEqual(NO_TRAJECTORY_FILTER);
  });
});

describe('what narrows beside them', () => {
  it('is named and can be removed', () => {
    const filter = { ...NO_TRAJECTORY_FILTER, api: 'a/b/c', sequence: ['a/b/c', '?search'] };
    const active = activeFilters(TRAJECTORY_FILTERS, filter);
    expect(active.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Calls: a/b/c',
      'Calls in order: a/b/c, then search (not linked)',
    ]);
    expect(active[0]?.without).toEqual({ ...filter, api: null });
    expect(active[1]?.without).toEqual({ ...filter, sequence: [] });
  });

  it('also where a link from the mixture narrows', () => {
    const linked = { stepTokens: [1, 2], chars: [3, null], density: [0.25, 0.3], duplicates: ['near', ''] } as const;
    const filter = { ...NO_TRAJECTORY_FILTER, ...linked };
    const active = activeFilters(TRAJECTORY_FILTERS, filter);
    expect(active.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Tokens of a step: 1 to 2',
      'Repeats another: nearly',
      'Repeats another: no',
      'Characters: at least 3',
      'Tokens per byte: 0.25 to 0.3',
    ]);
    expect(active[1]?.without).toEqual({ ...filter, duplicates: [''] });
    expect(active[4]?.without).toEqual({ ...filter, density: null });
  });
});
