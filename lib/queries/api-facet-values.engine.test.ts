import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { apiFacetValues } from './api-facet-values.ts';
import { NO_FILTER, type ApiFacet, type ApiFilter } from './api-filter.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

async function found(filter: Partial<ApiFilter>, facet: ApiFacet, text: string) {
  const rows = await run(apiFacetValues({ ...NO_FILTER, ...filter }, facet, text));
  return rows.map(({ value, apis }) => [value, apis]);
}

describe('apiFacetValues', () => {
  it('finds values by a part of their text, in any case, most first', async () => {
    expect(await found({}, 'provider', 'EXAMPLE')).toEqual([
      ['bank.example', 4],
      ['tools.example', 2],
      ['maps.example', 1],
    ]);
    expect(await found({}, 'tool', 'pay')).toEqual([['payments', 3]]);
  });

  it("leaves the facet's own choice out, and others' in", async () => {
    expect(await found({ providers: ['bank.example'], methods: ['GET'] }, 'provider', 'example')).toEqual([
      ['bank.example', 2],
      ['maps.example', 1],
    ]);
  });

  it('finds nothing for what no value holds, wildcards and quotes among it', async () => {
    expect(await found({}, 'provider', '%')).toEqual([]);
    expect(await found({}, 'provider', "' OR '1'='1")).toEqual([]);
    expect(await found({}, 'domain', 'zzz')).toEqual([]);
  });
});
