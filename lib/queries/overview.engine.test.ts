import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { tokenStats } from '../testing/mini-stats.ts';
import { NO_FILTER } from './api-filter.ts';
import { BY_ID } from './sorts.ts';
import { apiOrder, apiRows } from './apis.ts';
import { apiAt, tokenDistributions, trajectoryAt } from './overview.ts';
import { NO_TRAJECTORY_FILTER } from './trajectory-filter.ts';
import { BY_TRAJECTORY_ID } from './sorts.ts';
import { trajectoryOrder, trajectoryRows } from './trajectories.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

describe('a record by its place', () => {
  it('finds every API once, and none beyond', async () => {
    const numbers = (await run(apiOrder(NO_FILTER, BY_ID))).map((row) => row.api_no);
    const expected = (await run(apiRows(numbers))).map((row) => row.api_id);
    const found = await Promise.all(numbers.map(async (_, index) => (await run(apiAt(index)))[0]?.api_id));
    expect(found).toEqual(expected);
    expect(await run(apiAt(numbers.length))).toEqual([]);
  });

  it('finds every trajectory once, and none beyond', async () => {
    const numbers = await run(trajectoryOrder(NO_TRAJECTORY_FILTER, BY_TRAJECTORY_ID));
    const rows = await run(trajectoryRows(numbers.map(({ trajectory_no: no }) => no)));
    const expected = rows.map(({ trajectory_id }) => ({ trajectory_id }));
    const found = await Promise.all(expected.map(async (_, index) => (await run(trajectoryAt(index)))[0]));
    expect(found).toEqual(expected);
    expect(await run(trajectoryAt(expected.length))).toEqual([]);
  });
});

describe('tokenDistributions', () => {
  it('returns what a chart of tokens needs, and nothing of other measures or parts', async () => {
    const wanted = tokenStats.filter(
      ({ dimension, measure, statistic }) => dimension === '' && measure === 'tokens' && statistic !== 'min',
    );
    expect(await run(tokenDistributions())).toEqual(
      wanted.map(
        ({ dimension: _dimension, bucket: _bucket, measure: _measure, tokens: _tokens, error: _error, ...row }) => row,
      ),
    );
  });
});
