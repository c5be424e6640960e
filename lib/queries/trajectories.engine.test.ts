import { beforeAll, describe, expect, it } from 'vitest';
import { runMini, type RunMini } from '../testing/mini-corpus.ts';
import { calls, steps, trajectories } from '../testing/mini-trajectories.ts';
import * as queries from './trajectories.ts';
import {
  BY_TRAJECTORY_ID,
  NO_TRAJECTORY_FILTER,
  type TrajectoryFilter,
  type TrajectorySort,
} from './trajectory-filter.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

const order = async (filter: Partial<TrajectoryFilter>, sort: TrajectorySort = BY_TRAJECTORY_ID) =>
  (await run(queries.trajectoryOrder({ ...NO_TRAJECTORY_FILTER, ...filter }, sort))).map(({ trajectory_id: id }) => id);

const [pay1, pay2, route] = ['examples:pay-1', 'examples:pay-2', 'runs:route-1'];

describe('the list', () => {
  it('sorts by any column, missing values last', async () => {
    expect(await order({})).toEqual([pay1, pay2, route]);
    expect(await order({}, { column: 'tokens', direction: 'desc' })).toEqual([route, pay1, pay2]);
    expect(await order({}, { column: 'reward', direction: 'desc' })).toEqual([route, pay1, pay2]);
  });

  it.each([
    ['words of the task', { q: 'PAYMENT read' }, [pay2]],
    ['words of the id', { q: 'route-1' }, [route]],
    ['a word that is no pattern', { q: '%' }, []],
    ['sources', { sources: ['runs'] }, [route]],
    ['kinds', { kinds: ['documented'] }, [pay1, pay2]],
    ['no model', { models: [''] }, [pay1, pay2]],
    ['outcomes', { outcomes: ['success'] }, [route]],
    ['domains', { domains: ['payment'] }, [pay1, pay2]],
    ['errors', { errors: true }, [pay1]],
    ['no errors', { errors: false }, [pay2, route]],
    ['an API', { api: 'bank.example/payments/getPayment' }, [pay2]],
    ['steps', { steps: [4, 4] }, [pay1]],
    ['calls', { calls: [3, null] }, []],
    ['tokens', { tokens: [null, 240] }, [pay1, pay2]],
  ] as const)('narrows by %s', async (_name, filter, expected) => {
    expect(await order(filter)).toEqual(expected);
  });

  it('reads a window as it was written', async () => {
    expect(await run(queries.trajectoryRows([route!, pay1!]))).toEqual([trajectories[0], trajectories[2]]);
    expect(await run(queries.trajectoryRows([]))).toEqual([]);
  });

  it("counts every facet with its own choice left out and the others' in", async () => {
    const rows = await run(queries.trajectoryFacets({ ...NO_TRAJECTORY_FILTER, kinds: ['documented'], errors: true }));
    const counts = (facet: string) =>
      rows.filter((row) => row.facet === facet).map(({ value, trajectories: n }) => [value, n]);
    expect(counts('kind')).toEqual([['documented', 1]]);
    expect(counts('errors')).toEqual([
      ['false', 1],
      ['true', 1],
    ]);
    expect(counts('model')).toEqual([[null, 1]]);
  });

  it('knows the neighbours in the order of the list', async () => {
    const sort = { column: 'tokens', direction: 'desc' } as const;
    expect(await run(queries.trajectoryNeighbours(pay1!, NO_TRAJECTORY_FILTER, sort))).toEqual([
      { previous_id: route, next_id: pay2, position: 2, trajectories: 3 },
    ]);
    expect(await run(queries.trajectoryNeighbours(route!, { ...NO_TRAJECTORY_FILTER, errors: true }, sort))).toEqual(
      [],
    );
  });
});

describe('one trajectory', () => {
  it('reads each as it was written, with its steps and calls in order', async () => {
    for (const row of trajectories) {
      const { trajectory_id: id } = row;
      expect(await run(queries.trajectory(id))).toEqual([row]);
      expect(await run(queries.trajectorySteps(id))).toEqual(steps.filter((step) => step.trajectory_id === id));
      expect(await run(queries.trajectoryCalls(id))).toEqual(calls.filter((call) => call.trajectory_id === id));
    }
  });

  it('has no row for an id that does not exist', async () => {
    expect(await run(queries.trajectory("x' OR 1=1"))).toEqual([]);
    expect(await run(queries.trajectorySteps('zzz'))).toEqual([]);
  });
});
