import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { apiFacets, apiGroups, apiRanges } from './api-facets.ts';
import { API_FACETS, NO_FILTER, type ApiFacet, type ApiFilter } from './api-filter.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

async function counts(filter: Partial<ApiFilter>, facet: ApiFacet): Promise<Record<string, number>> {
  const rows = await run(apiFacets({ ...NO_FILTER, ...filter }));
  return Object.fromEntries(rows.filter((row) => row.facet === facet).map((row) => [row.value ?? '', row.apis]));
}

describe('apiFacets', () => {
  it('counts every value of every facet', async () => {
    expect(await counts({}, 'provider')).toEqual({ 'bank.example': 4, 'tools.example': 2, 'maps.example': 1 });
    expect(await counts({}, 'domain')).toEqual({ payment: 4, location: 1, '': 2 });
    expect(await counts({}, 'deprecated')).toEqual({ true: 1, false: 6 });
    expect(await counts({}, 'called')).toEqual({ called: 3, uncalled: 4 });
    const rows = await run(apiFacets(NO_FILTER));
    expect(new Set(rows.map(({ facet }) => facet))).toEqual(new Set(API_FACETS));
  });

  it("leaves a facet's own choice out of its counts, and others' in", async () => {
    const filter = { methods: ['POST'], called: 'uncalled' } as const;
    expect(await counts(filter, 'method')).toEqual({ POST: 1, GET: 1, '': 2 });
    expect(await counts(filter, 'called')).toEqual({ called: 1, uncalled: 1 });
    expect(await counts(filter, 'kind')).toEqual({ http: 1 });
  });

  it('treats missing values as a choice like any other', async () => {
    expect(await counts({ methods: [''] }, 'method')).toEqual({ GET: 3, POST: 2, '': 2 });
    expect(await counts({ methods: [''] }, 'kind')).toEqual({ function: 2 });
  });

  it('counts within what a link from the mixture asks for', async () => {
    const found = await run(apiFacets({ ...NO_FILTER, chars: [600, 840], duplicates: [''] }));
    expect(found.filter(({ facet }) => facet === 'source').map(({ value, apis }) => [value, apis])).toEqual([
      ['directory', 2],
    ]);
  });

  it('counts within ranges and a search, and beside a sample', async () => {
    expect(await counts({ tokens: [200, null], q: 'payment' }, 'method')).toEqual({ GET: 2, POST: 2 });
    expect(await counts({ sample: { n: 1, seed: 1 } }, 'kind')).toEqual({ http: 5, function: 2 });
  });

  it('lists most first', async () => {
    const rows = await run(apiFacets(NO_FILTER));
    const providers = rows.filter(({ facet }) => facet === 'provider').map(({ apis }) => apis);
    expect(providers).toEqual(providers.toSorted((a, b) => b - a));
  });
});

describe('apiRanges', () => {
  it('counts in bins that double in width', async () => {
    const rows = await run(apiRanges(NO_FILTER));
    expect(rows.filter(({ range }) => range === 'params')).toEqual([
      { range: 'params', bin: 1, lower: 1, upper: 1, apis: 3 },
      { range: 'params', bin: 2, lower: 2, upper: 3, apis: 2 },
      { range: 'params', bin: 3, lower: 4, upper: 5, apis: 2 },
    ]);
    expect(rows.find(({ range, bin }) => range === 'calls' && bin === 0)).toMatchObject({
      lower: 0,
      upper: 0,
      apis: 4,
    });
  });

  it("leaves a range's own limits out, and others' in", async () => {
    const rows = await run(apiRanges({ ...NO_FILTER, params: [1, 1], q: 'pay' }));
    const total = (range: string) => rows.filter((row) => row.range === range).reduce((sum, { apis }) => sum + apis, 0);
    expect(total('params')).toBe(4);
    expect(total('tokens')).toBe(1);
  });
});

describe('apiGroups', () => {
  it('counts per tool in order of id', async () => {
    expect(await run(apiGroups({ ...NO_FILTER, methods: ['GET'] }))).toEqual([
      { provider: 'bank.example', tool: 'payments', apis: 2, first_no: 1 },
      { provider: 'maps.example', tool: 'geo', apis: 1, first_no: 4 },
    ]);
  });
});
