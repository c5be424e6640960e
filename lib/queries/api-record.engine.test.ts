import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { apiDocs } from '../testing/mini-rows.ts';
import { apiCalls, apiDoc, apiRaw, apiSiblings, definitions } from './api-record.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

describe('apiDoc', () => {
  it('reads each record of each shard as it was written', async () => {
    for (const { raw: _raw, raw_format: _format, ...doc } of apiDocs)
      expect(await run(apiDoc(doc.api_id))).toEqual([doc]);
  });

  it.each(['no/such/api', '', 'zzz', '\u{10ffff}'])('has no row for %j', async (id) => {
    expect(await run(apiDoc(id))).toEqual([]);
  });

  it('reads the raw record byte for byte, integers beyond int64 included', async () => {
    const [doc] = apiDocs;
    expect(await run(apiRaw(doc!.api_id))).toEqual([{ api_id: doc!.api_id, raw_format: 'json', raw: doc!.raw }]);
  });
});

describe('definitions', () => {
  it('reads several from several shards, and leaves out what does not exist', async () => {
    const rows = await run(definitions(['maps.example/geo#Place', 'bank.example/payments#Customer', 'x#y']));
    expect(rows.map(({ name }) => name)).toEqual(['Customer', 'Place']);
    expect(await run(definitions([]))).toEqual([]);
  });
});

describe('apiSiblings', () => {
  it('lists the tool, nearest first where there are too many', async () => {
    const rows = await run(apiSiblings('bank.example/payments/getPayment'));
    expect(rows.map(({ name }) => name)).toEqual(['createPayment', 'getPayment', 'listPayments']);
    const near = await run(apiSiblings('bank.example/payments/listPayments', 2));
    expect(near.map(({ name, n_siblings }) => [name, n_siblings])).toEqual([
      ['getPayment', 3],
      ['listPayments', 3],
    ]);
    expect(await run(apiSiblings('no/such/api'))).toEqual([]);
  });
});

describe('apiCalls', () => {
  it('lists calls with their trajectory, and counts those beyond the limit', async () => {
    const rows = await run(apiCalls('bank.example/payments/createPayment', 2));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      trajectory_id: 'examples:pay-1',
      step: 1,
      is_error: true,
      problems: ['out-of-range'],
      argument_names: ['amount', 'currency'],
      kind: 'documented',
      n_found: 3,
    });
    expect(await run(apiCalls('tools.example/local/read_file'))).toEqual([]);
  });
});
