import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { NO_FILTER, type ApiFilter } from './api-filter.ts';
import { BY_ID, BY_RELEVANCE, type ApiSort } from './sorts.ts';
import { apiByIds, apiCount, apiNeighbours, apiOrder, apiRows, quickSearch } from './apis.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

const order = async (filter: Partial<ApiFilter>, sort: ApiSort = BY_ID) =>
  (await run(apiOrder({ ...NO_FILTER, ...filter }, sort))).map(({ api_no }) => api_no);

describe('apiOrder', () => {
  it('lists everything by id, both ways', async () => {
    expect(await order({})).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await order({}, { column: 'api_id', direction: 'desc' })).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('sorts by any column with the id as tie break, missing values last in both directions', async () => {
    expect(await order({}, { column: 'doc_tokens', direction: 'desc' })).toEqual([0, 3, 2, 1, 4, 5, 6]);
    expect(await order({}, { column: 'domain', direction: 'asc' })).toEqual([4, 0, 1, 2, 3, 5, 6]);
    expect(await order({}, { column: 'domain', direction: 'desc' })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await order({}, { column: 'summary', direction: 'asc' })).toEqual([0, 5, 2, 3, 1, 4, 6]);
  });

  it.each([
    ['providers', { providers: ['maps.example', 'tools.example'] }, [4, 5, 6]],
    ['tools', { tools: ['refunds'] }, [3]],
    ['no domain', { domains: [''] }, [5, 6]],
    ['a domain or none', { domains: ['', 'location'] }, [4, 5, 6]],
    ['kinds', { kinds: ['function'] }, [5, 6]],
    ['methods', { methods: ['POST'] }, [0, 3]],
    ['schema statuses', { schemaStatuses: ['partial', 'none'] }, [3, 6]],
    ['sources', { sources: ['functions'] }, [5, 6]],
    ['deprecated', { deprecated: true }, [3]],
    ['not deprecated', { deprecated: false, methods: ['POST'] }, [0]],
    ['called', { called: 'called' }, [0, 1, 4]],
    ['uncalled', { called: 'uncalled' }, [2, 3, 5, 6]],
    ['parameters', { params: [2, 4] }, [2, 3, 4]],
    ['tokens from', { tokens: [300, null] }, [0, 3]],
    ['calls up to', { calls: [null, 0] }, [2, 3, 5, 6]],
    ['characters', { chars: [600, 840] }, [1, 4]],
    ['tokens per byte', { density: [0.2, 0.3], chars: [null, 240] }, [5, 6]],
    ['tokens per byte that none has', { density: [0.3, null] }, []],
    ['a licence of its own', { licences: ['MIT'] }, [1, 3, 5]],
    ['no licence of its own, and characters', { licences: [''], chars: [1_000, null] }, [0, 2]],
    ['a licence of its own or of its source', { licences: ['MIT'], licenceOf: ['functions'] }, [1, 3, 5, 6]],
    ['repeats', { duplicates: ['near', 'exact'] }, [2]],
    ['no exact repeat', { duplicates: ['exact'] }, []],
    ['what repeats nothing', { duplicates: [''], tools: ['payments'] }, [0, 1]],
    ['domains without a bucket', { others: 'domain' }, [4, 5, 6]],
    ['licences without a bucket', { others: 'licence', sources: ['directory'] }, [0, 2, 4]],
    ['a search among what repeats', { duplicates: ['', 'near'], q: 'newest' }, [2]],
    ['a value that does not exist', { providers: ["x'; DROP TABLE apis; --"] }, []],
  ] as const)('narrows by %s', async (_name, filter, expected) => {
    expect(await order(filter)).toEqual(expected);
  });

  it('ranks a search: the whole word before the prefix, and every word must match', async () => {
    expect(await order({ q: 'payment' }, BY_RELEVANCE)).toEqual(expect.arrayContaining([0, 1]));
    expect((await order({ q: 'payment' }, BY_RELEVANCE)).slice(0, 2).toSorted()).toEqual([0, 1]);
    expect(await order({ q: 'file' }, BY_RELEVANCE)).toEqual([6, 5]);
    expect((await order({ q: 'create pay' })).toSorted()).toEqual([0, 3]);
    expect(await order({ q: 'create zzz' }, BY_RELEVANCE)).toEqual([]);
  });

  it('keeps a search inside the filter, in any order', async () => {
    expect(await order({ q: 'pay', methods: ['GET'] }, { column: 'doc_tokens', direction: 'asc' })).toEqual([1, 2]);
  });

  it('shows everything where the search text holds no word', async () => {
    expect(await order({ q: ' !? ' }, BY_RELEVANCE)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('draws the same sample for the same seed, and another for another', async () => {
    const first = await order({ sample: { n: 3, seed: 1 } });
    expect(first).toHaveLength(3);
    expect(await order({ sample: { n: 3, seed: 1 } })).toEqual(first);
    const others = await Promise.all([2, 3, 4, 5].map((seed) => order({ sample: { n: 3, seed } })));
    expect(others.some((other) => other.join() !== first.join())).toBe(true);
  });

  it('takes hostile text for text', async () => {
    for (const q of ["'", '%_\\', '";--', '\0', '\u{1f600}', 'x'.repeat(10_000)]) {
      expect(await order({ q: `payment ${q}` })).toBeDefined();
    }
  });
});

describe('rows', () => {
  it('reads a window and ids, what does not exist left out', async () => {
    const rows = await run(apiRows([5, 1, 99]));
    expect(rows.map(({ api_id }) => api_id)).toEqual([
      'bank.example/payments/getPayment',
      'tools.example/local/list_files',
    ]);
    expect(rows[1]).toMatchObject({ domain: null, method: null, deprecated: false, doc_tokens: 60 });
    expect((await run(apiByIds(['maps.example/geo/getRoute', 'no/such/api']))).map(({ api_no }) => api_no)).toEqual([
      4,
    ]);
    expect(await run(apiRows([]))).toEqual([]);
  });

  it('counts, the sample included', async () => {
    expect(await run(apiCount({ ...NO_FILTER, called: 'called' }))).toEqual([{ apis: 3 }]);
    expect(await run(apiCount({ ...NO_FILTER, sample: { n: 2, seed: 9 } }))).toEqual([{ apis: 2 }]);
  });

  it('finds by a few letters, and nothing by none', async () => {
    expect((await run(quickSearch('rout')))[0]).toMatchObject({ api_id: 'maps.example/geo/getRoute', method: 'GET' });
    expect(await run(quickSearch('list', 1))).toHaveLength(1);
    expect(await run(quickSearch(''))).toEqual([]);
  });
});

describe('apiNeighbours', () => {
  it('follows the order of the list', async () => {
    const sort = { column: 'doc_tokens', direction: 'desc' } as const;
    expect(await run(apiNeighbours('bank.example/refunds/createRefund', NO_FILTER, sort))).toEqual([
      {
        previous_id: 'bank.example/payments/createPayment',
        next_id: 'bank.example/payments/listPayments',
        position: 2,
        apis: 7,
      },
    ]);
  });

  it('ends at the ends, and is empty where the filter leaves the API out', async () => {
    const id = 'tools.example/local/read_file';
    expect(await run(apiNeighbours(id, NO_FILTER, BY_ID))).toMatchObject([{ next_id: null, position: 7 }]);
    expect(await run(apiNeighbours(id, { ...NO_FILTER, kinds: ['http'] }, BY_ID))).toEqual([]);
    const found = { ...NO_FILTER, q: 'file' };
    expect(await run(apiNeighbours(id, found, BY_RELEVANCE))).toMatchObject([
      { previous_id: null, position: 1, apis: 2 },
    ]);
  });
});
