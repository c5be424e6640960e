import { describe, expect, it } from 'vitest';
import { runMini } from '../testing/mini-corpus.ts';
import { trajectoryRecords } from '../testing/mini-records.ts';
import { calls, steps, trajectories } from '../testing/mini-trajectories.ts';
import { trajectoryOpening } from '../queries/trajectory-whole.ts';
import { neighbourRuns, wholeTrajectories, type WholeTrajectory } from './whole-trajectories.ts';

describe('whole trajectories', () => {
  it('come with their own steps and calls, in order of id', async () => {
    const run = await runMini();
    const found: WholeTrajectory[] = [];
    for await (const some of wholeTrajectories(run, Int32Array.of(3, 0, 2))) found.push(...some);
    const stored = trajectories.map(({ trajectory_no: _no, facet_no: _facets, ...row }) => row);
    expect(found.map(({ trajectory }) => trajectory)).toEqual([0, 2, 3].map((no) => stored[no]));
    for (const whole of found) {
      const { trajectory_id: id } = whole.trajectory;
      expect(whole.steps).toEqual(steps.filter((step) => step.trajectory_id === id));
      expect(whole.calls).toEqual(calls.filter((call) => call.trajectory_id === id));
      expect(whole.record).toEqual(trajectoryRecords.find((record) => record.trajectory_id === id) ?? null);
    }
  });

  it('are none where none is wanted', async () => {
    const run = await runMini();
    for await (const some of wholeTrajectories(run, new Int32Array())) expect(some).toEqual([]);
  });
});

describe('neighbourRuns', () => {
  it('holds neighbours together, bounded, and far ones apart', () => {
    expect(neighbourRuns(Int32Array.of(900, 3, 1, 2))).toEqual([[1, 2, 3], [900]]);
    const whole = neighbourRuns(Int32Array.from({ length: 100 }, (_, no) => no));
    expect(whole.flat()).toHaveLength(100);
    expect(Math.max(...whole.map((run) => run.length))).toBeLessThanOrEqual(32);
  });
});

describe('trajectoryOpening', () => {
  it('is the first steps, with what they call', async () => {
    const run = await runMini();
    const rows = await run(trajectoryOpening('examples:pay-1', 2));
    expect(rows).toEqual([
      { step: 0, role: 'user', is_error: false, text: 'Create a payment of 5 euros', chars: 27, tools: [] },
      { step: 1, role: 'assistant', is_error: false, text: null, chars: 0, tools: ['createPayment'] },
    ]);
  });
});
