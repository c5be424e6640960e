import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { apiNear } from './api-near.ts';
import { apiOrder, apiRows } from './apis.ts';
import { BY_ID } from './sorts.ts';
import { NO_FILTER } from './api-filter.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

describe('apiNear', () => {
  it('offers what a mistyped id may have meant, nearest first', async () => {
    const order = await run(apiOrder(NO_FILTER, BY_ID));
    const apis = await run(apiRows(order.map((row) => row.api_no)));
    for (const { api_id: id } of apis) {
      const near = await run(apiNear(`${id}z`));
      expect(near[0]?.api_id).toBe(id);
    }
  });

  it('offers nothing to what is like nothing', async () => {
    expect(await run(apiNear('0000'))).toEqual([]);
    expect(await run(apiNear(''))).toEqual([]);
    expect(await run(apiNear("'; DROP TABLE apis; --"))).toEqual([]);
  });
});
