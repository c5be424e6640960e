import { beforeAll, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { comparableTrajectories } from './trajectory-compare.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

it('finds others of the same source, and not the trajectory itself', async () => {
  const found = await run(comparableTrajectories('examples:pay-1'));
  expect(found.map((row) => [row.trajectory_id, row.same_task])).toEqual([['examples:pay-2', false]]);
  expect(await run(comparableTrajectories('nowhere:1'))).toEqual([]);
});
