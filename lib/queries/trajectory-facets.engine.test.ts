import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import {
  REWARD_BINS,
  trajectoryFacets,
  trajectoryFacetValues,
  trajectoryRanges,
  trajectoryRewards,
  trajectoryTools,
} from './trajectory-facets.ts';
import { NO_TRAJECTORY_FILTER, type TrajectoryFilter } from './trajectory-filter.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

const whole = (filter: Partial<TrajectoryFilter>) => ({ ...NO_TRAJECTORY_FILTER, ...filter });
const counts = async (facet: string, filter: Partial<TrajectoryFilter>) =>
  (await run(trajectoryFacets(whole(filter))))
    .filter((row) => row.facet === facet)
    .map(({ value, trajectories }) => [value, trajectories]);
const tools = async (filter: Partial<TrajectoryFilter>) =>
  (await run(trajectoryTools(whole(filter)))).map(({ value, trajectories }) => [value, trajectories]);

const find = async (facet: 'model' | 'problem' | 'tool', text: string, filter: Partial<TrajectoryFilter> = {}) =>
  (await run(trajectoryFacetValues(whole(filter), facet, text))).map(({ value }) => value);

const bins = async (range: string, filter: Partial<TrajectoryFilter>) =>
  (await run(trajectoryRanges(whole(filter))))
    .filter((row) => row.range === range)
    .map(({ bin, trajectories }) => [bin, trajectories]);

const getRoute = 'maps.example/geo/getRoute';
const createPayment = 'bank.example/payments/createPayment';

describe('facets', () => {
  it('count all trajectories where nothing narrows', async () => {
    expect(await counts('kind', {})).toEqual([
      ['documented', 2],
      ['recorded', 1],
      ['tree', 1],
    ]);
    expect(await counts('problem', {})).toEqual([
      [null, 2],
      ['error-observation', 1],
      ['out-of-range', 1],
      ['unknown-api', 1],
    ]);
    expect(await counts('branches', {})).toEqual([
      ['false', 3],
      ['true', 1],
    ]);
  });

  it("leave a facet's own choice out of its counts and the others' in", async () => {
    const filter = { kinds: ['documented'], errors: true };
    expect(await counts('kind', filter)).toEqual([['documented', 1]]);
    expect(await counts('errors', filter)).toEqual([
      ['false', 1],
      ['true', 1],
    ]);
    expect(await counts('model', filter)).toEqual([[null, 1]]);
    expect(await counts('problem', { problems: ['unknown-api'], kinds: ['documented'] })).toEqual([
      ['error-observation', 1],
      ['out-of-range', 1],
      [null, 1],
    ]);
  });

  it('count under ranges, search, tools and sequences', async () => {
    expect(await counts('source', { tokens: [500, null] })).toEqual([
      ['runs', 1],
      ['trees', 1],
    ]);
    expect(await counts('source', { q: 'payment' })).toEqual([
      ['examples', 2],
      ['trees', 1],
    ]);
    expect(await counts('kind', { tools: [getRoute] })).toEqual([
      ['recorded', 1],
      ['tree', 1],
    ]);
    expect(await counts('kind', { sequence: [getRoute, '?search_web'] })).toEqual([['tree', 1]]);
  });

  it('keep the same counts for a sample', async () => {
    expect(await counts('kind', { sample: { n: 1, seed: 1 } })).toEqual(await counts('kind', {}));
  });
});

describe('tools', () => {
  it('count trajectories that call them', async () => {
    expect(await tools({})).toEqual([
      [createPayment, 2],
      [getRoute, 2],
      ['?search_web', 1],
      ['bank.example/payments/getPayment', 1],
    ]);
    expect(await tools({ kinds: ['tree'] })).toEqual([
      ['?search_web', 1],
      [getRoute, 1],
    ]);
    expect(await tools({ q: 'route' })).toEqual([]);
    expect(await tools({ q: 'home' })).toEqual([[getRoute, 1]]);
  });

  it('are not narrowed by those that are chosen, which come first', async () => {
    expect((await tools({ tools: ['?search_web'] }))[0]).toEqual(['?search_web', 1]);
    expect(await tools({ tools: ['?search_web'] })).toHaveLength(4);
  });
});

describe('values by a part of their text', () => {
  it('are found in any case, under the rest of the filter', async () => {
    expect(await find('model', 'M-')).toEqual(['m-1']);
    expect(await find('problem', 'range')).toEqual(['out-of-range']);
    expect(await find('tool', 'PAYMENT')).toEqual([createPayment, 'bank.example/payments/getPayment']);
    expect(await find('tool', 'payment', { kinds: ['tree'] })).toEqual([]);
    expect(await find('model', '%')).toEqual([]);
  });
});

describe('ranges', () => {
  it('spread over bins that double in width, own limits left out', async () => {
    expect(await bins('steps', { steps: [4, 4] })).toEqual([
      [2, 2],
      [3, 2],
    ]);
    expect(await bins('tokens', { steps: [4, 4] })).toEqual([[8, 1]]);
    expect(await bins('errorCount', {})).toEqual([
      [0, 3],
      [1, 1],
    ]);
    expect(await bins('calls', { kinds: ['tree'] })).toEqual([[2, 1]]);
  });

  it('of rewards lie between the least and the greatest', async () => {
    expect(await run(trajectoryRewards(whole({ reward: [0, null] })))).toEqual([
      { bin: 0, lower: -1, upper: 0.5, trajectories: 1 },
      { bin: REWARD_BINS - 1, lower: -1, upper: 0.5, trajectories: 1 },
    ]);
    expect(await run(trajectoryRewards(whole({ kinds: ['documented'] })))).toEqual([
      { bin: 0, lower: -1, upper: 0.5, trajectories: 0 },
    ]);
  });
});
