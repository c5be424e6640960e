import { beforeAll, describe, expect, it } from 'vitest';
import { editManifest, openMini, runMini, writeMiniCorpus, type RunMini } from '../testing/mini-corpus.ts';
import { calls, steps, trajectories } from '../testing/mini-trajectories.ts';
import * as queries from './trajectories.ts';
import { NO_TRAJECTORY_FILTER, type TrajectoryFilter } from './trajectory-filter.ts';
import { BY_TRAJECTORY_ID, type TrajectorySort } from './sorts.ts';

let run: RunMini;
beforeAll(async () => {
  run = await runMini();
});

const idOf = (no: number) => trajectories[no]?.trajectory_id ?? `no ${no}`;

/** Every order is asked for twice: as a whole, and its first numbers with their count. */
const order = async (filter: Partial<TrajectoryFilter>, sort: TrajectorySort = BY_TRAJECTORY_ID) => {
  const wanted = { ...NO_TRAJECTORY_FILTER, ...filter };
  const whole = (await run(queries.trajectoryOrder(wanted, sort))).map(({ trajectory_no: no }) => no);
  expect(await run(queries.trajectoryFirst(wanted, sort, 2))).toEqual(
    whole.slice(0, 2).map((no) => ({ no, total: whole.length })),
  );
  return whole.map(idOf);
};

const near = (id: string, filter: Partial<TrajectoryFilter> = {}, sort: TrajectorySort = BY_TRAJECTORY_ID) =>
  run(queries.trajectoryNeighbours(id, { ...NO_TRAJECTORY_FILTER, ...filter }, sort));

const draw = (seed: number) => order({ sample: { n: 2, seed } });

const [pay1, pay2, route, solve] = ['examples:pay-1', 'examples:pay-2', 'runs:route-1', 'trees:solve-1'];
const getRoute = 'maps.example/geo/getRoute';
const createPayment = 'bank.example/payments/createPayment';
const getPayment = 'bank.example/payments/getPayment';

describe('the list', () => {
  it.each([
    ['trajectory_id', 'asc', [pay1, pay2, route, solve]],
    ['trajectory_id', 'desc', [solve, route, pay2, pay1]],
    ['tokens', 'desc', [solve, route, pay1, pay2]],
    ['reward', 'desc', [route, solve, pay1, pay2]],
    ['reward', 'asc', [solve, route, pay1, pay2]],
    ['outcome', 'desc', [route, solve, pay1, pay2]],
    ['kind', 'desc', [solve, route, pay1, pay2]],
    ['task', 'asc', [pay1, pay2, solve, route]],
    ['task', 'desc', [route, solve, pay2, pay1]],
    ['tokens_user', 'asc', [pay1, pay2, route, solve]],
    ['problems', 'desc', [solve, pay1, pay2, route]],
  ] as const)('sorts by %s %s, missing values last', async (column, direction, expected) => {
    expect(await order({}, { column, direction })).toEqual(expected);
  });

  it.each([
    ['words of the task', { q: 'PAYMENT read' }, [pay2]],
    ['words of the content', { q: 'negative' }, [pay1]],
    ['an id', { q: 'runs:route-1' }, [route]],
    ['a word that is no pattern', { q: 'x%' }, []],
    ['sources', { sources: ['runs'] }, [route]],
    ['kinds', { kinds: ['documented'] }, [pay1, pay2]],
    ['no model', { models: [''] }, [pay1, pay2]],
    ['outcomes', { outcomes: ['success'] }, [route]],
    ['domains', { domains: ['payment'] }, [pay1, pay2]],
    ['formats', { formats: ['toolbench'] }, [solve]],
    ['a problem', { problems: ['out-of-range'] }, [pay1]],
    ['either problem', { problems: ['out-of-range', 'unknown-api'] }, [pay1, solve]],
    ['no problem', { problems: [''] }, [pay2, route]],
    ['tokens of a role', { tokens_reasoning: [5, null], tokens_user: [20, 20] }, [pay2]],
    ['characters', { chars: [721, 2_000] }, [pay1, route]],
    ['tokens per byte', { density: [0.4, 0.5] }, [solve]],
    ['both', { density: [0.4, 0.5], chars: [721, 2_000] }, []],
    ['tokens of a step', { stepTokens: [200, 500] }, [pay1, route]],
    ['tokens of the least step', { stepTokens: [5, 5], kinds: ['tree'] }, [solve]],
    ['repeats', { duplicates: ['exact', 'near'] }, [pay2]],
    ['what repeats nothing', { duplicates: [''] }, [pay1, route, solve]],
    ['domains without a bucket', { others: 'domain' }, [route, solve]],
    ['errors', { errors: true }, [pay1]],
    ['no errors', { errors: false }, [pay2, route, solve]],
    ['branches', { branches: true }, [solve]],
    ['an API', { api: getPayment }, [pay2]],
    ['either tool', { tools: [getPayment, getRoute] }, [pay2, route, solve]],
    ['a tool that is no API', { tools: ['?search_web'] }, [solve]],
    ['a tool and an API', { tools: ['?search_web'], api: getPayment }, []],
    ['one tool, then another', { sequence: [createPayment, getPayment] }, [pay2]],
    ['not the other way round', { sequence: [getPayment, createPayment] }, []],
    ['a tool between calls of another', { sequence: ['?search_web', getRoute] }, [solve]],
    ['and after it', { sequence: [getRoute, '?search_web'] }, [solve]],
    ['the same tool again', { sequence: [createPayment, createPayment] }, [pay1]],
    ['steps', { steps: [4, 4] }, [pay1]],
    ['calls', { calls: [4, null] }, []],
    ['how many errors', { errorCount: [1, null] }, [pay1]],
    ['tokens', { tokens: [null, 240] }, [pay1, pay2]],
    ['reward', { reward: [-1, 0.25] }, [solve]],
    [
      'all at once',
      { q: 'payment', kinds: ['tree'], tools: [getRoute], tokens: [1, null], reward: [null, 0] },
      [solve],
    ],
  ] as const)('narrows by %s', async (_name, filter, expected) => {
    expect(await order(filter)).toEqual(expected);
    expect(await run(queries.trajectoryCount({ ...NO_TRAJECTORY_FILTER, ...filter }))).toEqual([
      { trajectories: expected.length },
    ]);
  });

  it('ranks a task above a content', async () => {
    const relevance = { column: 'relevance', direction: 'desc' } as const;
    expect(await order({ q: 'amount' }, relevance)).toEqual([pay1]);
    expect((await order({ q: 'payment' }, relevance)).toSorted()).toEqual([pay1, pay2, solve]);
    expect(await order({ q: '' }, relevance)).toEqual([pay1, pay2, route, solve]);
  });

  it('draws the same sample for the same seed', async () => {
    expect(await draw(7)).toEqual(await draw(7));
    expect(await draw(7)).toHaveLength(2);
    const drawn = await Promise.all(Array.from({ length: 12 }, (_, seed) => draw(seed)));
    expect(new Set(drawn.map(String)).size).toBeGreaterThan(1);
  });

  it('reads a window as it was written', async () => {
    expect(await run(queries.trajectoryRows([2, 0]))).toEqual([trajectories[0], trajectories[2]]);
    expect(await run(queries.trajectoryRows([]))).toEqual([]);
    expect(await run(queries.trajectoriesByIds([route!, 'nowhere:1']))).toEqual([trajectories[2]]);
    expect(await run(queries.trajectoriesByIds([solve!, pay1!]))).toEqual([trajectories[0], trajectories[3]]);
  });

  it('is exported in its order', async () => {
    const sort = { column: 'tokens', direction: 'desc' } as const;
    const all = await run(queries.trajectoryExport({ ...NO_TRAJECTORY_FILTER, kinds: ['documented', 'tree'] }, sort));
    expect(all).toEqual([trajectories[3], trajectories[0], trajectories[1]]);
    const some = queries.trajectoryExport(NO_TRAJECTORY_FILTER, BY_TRAJECTORY_ID, ['trajectory_id', 'tokens']);
    expect((await run(some))[0]).toEqual({ trajectory_id: pay1, tokens: 240 });
  });
});

describe('neighbours', () => {
  it('are those of the order of the list', async () => {
    const sort = { column: 'tokens', direction: 'desc' } as const;
    expect(await near(pay1!, {}, sort)).toEqual([{ previous_id: route, next_id: pay2, position: 3, trajectories: 4 }]);
    expect(await near(solve!, {}, sort)).toEqual([{ previous_id: null, next_id: route, position: 1, trajectories: 4 }]);
  });

  it('agree with the list for every trajectory, filter and sort', async () => {
    for (const filter of [{}, { q: 'payment' }, { tools: [getRoute] }, { sample: { n: 3, seed: 4 } }]) {
      for (const column of ['trajectory_id', 'reward', 'kind', 'task', 'relevance'] as const) {
        const list = await order(filter, { column, direction: 'desc' });
        for (const [index, id] of list.entries()) {
          expect(await near(id, filter, { column, direction: 'desc' })).toEqual([
            {
              previous_id: list[index - 1] ?? null,
              next_id: list[index + 1] ?? null,
              position: index + 1,
              trajectories: list.length,
            },
          ]);
        }
      }
    }
  });

  it('are none outside of the list', async () => {
    expect(await near(route!, { errors: true })).toEqual([]);
    expect(await near('nowhere:1')).toEqual([]);
  });
});

describe('a corpus without the tables of the list', () => {
  it('is listed and sorted, and matches nothing that needs them', async () => {
    const files = await writeMiniCorpus();
    editManifest(files, (manifest) => {
      for (const table of [
        'trajectory_facets',
        'trajectory_terms',
        'trajectory_postings',
        'called_tools',
        'tool_postings',
      ] as const)
        delete manifest.tables[table];
    });
    const { engine, corpus } = await openMini(files);
    const list = async (filter: Partial<TrajectoryFilter>) =>
      (
        await engine.run(
          corpus,
          queries.trajectoryOrder({ ...NO_TRAJECTORY_FILTER, ...filter }, { column: 'tokens', direction: 'desc' }),
        )
      ).length;
    expect(await list({})).toBe(4);
    expect(await list({ steps: [4, null] })).toBe(2);
    expect(await list({ q: 'payment' })).toBe(0);
    expect(await list({ kinds: ['tree'] })).toBe(0);
    expect(await list({ api: getRoute })).toBe(0);
  });

  it('reads the rows of a table that is too large to be loaded', async () => {
    const large = await runMini({ limits: { table: 0 } });
    expect(await large(queries.trajectoryRows([2, 0]))).toEqual([trajectories[0], trajectories[2]]);
    expect(await large(queries.trajectoryNeighbours(pay2!, NO_TRAJECTORY_FILTER, BY_TRAJECTORY_ID))).toEqual([
      { previous_id: pay1, next_id: route, position: 2, trajectories: 4 },
    ]);
    const found = await large(queries.trajectoryOrder({ ...NO_TRAJECTORY_FILTER, q: 'payment' }, BY_TRAJECTORY_ID));
    expect(found).toHaveLength(3);
  });
});

describe('one trajectory', () => {
  it('reads each as it was written, with its steps and calls in order', async () => {
    for (const row of trajectories) {
      const { trajectory_id: id } = row;
      expect(await run(queries.trajectory(id))).toEqual([row]);
      expect(await run(queries.trajectorySteps(id))).toEqual(steps.filter((step) => step.trajectory_id === id));
      const [first, others] = [queries.trajectoryFirstSteps(id, 2), queries.trajectoryOtherSteps(id, 2)];
      expect([await run(first), await run(others)]).toEqual([
        steps.filter((step) => step.trajectory_id === id && step.step < 2),
        steps.filter((step) => step.trajectory_id === id && step.step >= 2),
      ]);
      expect(await run(queries.trajectoryCalls(id))).toEqual(calls.filter((call) => call.trajectory_id === id));
    }
  });

  it('has no row for an id that does not exist', async () => {
    expect(await run(queries.trajectory("x' OR 1=1"))).toEqual([]);
    expect(await run(queries.trajectorySteps('zzz'))).toEqual([]);
  });
});
