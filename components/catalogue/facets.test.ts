import { describe, expect, it } from 'vitest';
import { activeFilters, clearFacet, rangeLabel } from '@/components/list/filter-model';
import { NO_FILTER } from '@/lib/queries/api-filter';
import { API_FILTERS } from './facets.ts';

const { chosen, toggle } = API_FILTERS;

describe('toggle', () => {
  it('adds to and takes from a list', () => {
    const one = toggle(NO_FILTER, 'provider', 'acme.test');
    const two = toggle(one, 'provider', 'zeta.test');
    expect(two.providers).toEqual(['acme.test', 'zeta.test']);
    expect(toggle(two, 'provider', 'acme.test').providers).toEqual(['zeta.test']);
  });

  it('holds one of two values at a time', () => {
    const called = toggle(NO_FILTER, 'called', 'called');
    expect(called.called).toBe('called');
    expect(toggle(called, 'called', 'uncalled').called).toBe('uncalled');
    expect(toggle(called, 'called', 'called').called).toBeNull();
    expect(chosen(toggle(NO_FILTER, 'deprecated', 'false'), 'deprecated')).toEqual(['false']);
  });

  it('opens a facet again', () => {
    const filter = toggle(toggle(NO_FILTER, 'method', 'GET'), 'method', '');
    expect(clearFacet(API_FILTERS, filter, 'method')).toEqual(NO_FILTER);
  });
});

describe('activeFilters', () => {
  it('names each one and gives the filter without it', () => {
    const filter = { ...NO_FILTER, q: 'user', domains: [''], tokens: [100, null] as const, sample: { n: 50, seed: 7 } };
    const active = activeFilters(API_FILTERS, filter);
    expect(active.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Search: “user”',
      'Domain: no domain',
      'Tokens: at least 100',
      'Sample: 50 at random, seed 7',
    ]);
    expect(active[1]!.without).toEqual({ ...filter, domains: [] });
    expect(activeFilters(API_FILTERS, NO_FILTER)).toEqual([]);
  });

  it('names what a link from the mixture narrows by', () => {
    const filter = { ...NO_FILTER, licences: ['MIT', ''], duplicates: ['exact'], chars: [1, 2] as const };
    const active = activeFilters(API_FILTERS, filter);
    expect(active.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Licence: MIT',
      'Licence: its source’s licence',
      'Repeats another: exactly',
      'Characters: 1 to 2',
    ]);
    expect(active[0]?.without).toEqual({ ...filter, licences: [''] });
    expect(active[2]?.without).toEqual({ ...filter, duplicates: [] });
  });
});

describe('rangeLabel', () => {
  it.each([
    [[3, null], 'at least 3'],
    [[null, 10], 'at most 10'],
    [[3, 1_000], '3 to 1,000'],
    [[0, 0], '0'],
    [[0.25, 0.299_999_999], '0.25 to 0.3'],
    [[-1, null], 'at least -1'],
  ] as const)('%j is %s', (range, text) => expect(rangeLabel(range)).toBe(text));
});
