import { describe, expect, it } from 'vitest';
import { randomOf } from '@/lib/testing/random';
import { inspectorRows } from './inspector-rows';
import { foldable, stepTree } from './step-tree';
import { BRANCHED, step } from './test-steps';

describe('stepTree', () => {
  it('makes one chain of a line', () => {
    const tree = stepTree([step(0), step(1), step(2)]);
    expect(tree.chains.map(({ steps }) => steps.length)).toEqual([3]);
    expect(tree.hasBranches).toBe(false);
  });

  it('keeps the answer path where it is, and sets branches and agents aside', () => {
    const tree = stepTree(BRANCHED);
    expect(tree.chains.map(({ head, depth, start, onAnswerPath }) => [head, depth, start, onAnswerPath])).toEqual([
      [0, 0, 'root', true],
      [1, 1, 'fork', false],
      [3, 0, 'fork', true],
      [4, 1, 'fork', false],
      [5, 0, 'fork', true],
      [6, 1, 'agent', true],
      [7, 0, 'resume', true],
    ]);
    expect(tree.chainOf(2)?.head).toBe(1);
    expect(tree.chainOf(4)?.siblings).toEqual([4, 5]);
    expect(tree.stepsBelow(tree.chainOf(3)!)).toBe(5);
  });

  it('folds side branches and agents, never the way to the answer', () => {
    const tree = stepTree(BRANCHED);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((at) => foldable(tree.chainOf(at))?.head ?? null)).toEqual([
      null,
      1,
      1,
      null,
      4,
      null,
      6,
      null,
    ]);
  });

  it('goes on with an agent that speaks again without naming what it continues', () => {
    const steps = [step(0), step(1, { parent_step: null, agent: 'a' }), step(2, { parent_step: null, agent: 'a' })];
    expect(stepTree(steps).chains.map(({ steps: own }) => own.map((one) => one.step))).toEqual([[0], [1, 2]]);
  });

  it('shows every step once whatever the parents are, and never loops', () => {
    const random = randomOf(3);
    for (let round = 0; round < 200; round++) {
      const steps = Array.from({ length: random.below(40) }, (_, at) =>
        step(at, {
          parent_step: random.below(3) === 0 ? null : random.below(50),
          on_answer_path: random.below(2) === 0,
          agent: random.pick([null, 'a', 'b']),
        }),
      );
      const shown = stepTree(steps).chains.flatMap((chain) => chain.steps.map((one) => one.step));
      expect(shown.toSorted((a, b) => a - b)).toEqual(steps.map((one) => one.step));
    }
  });

  it('takes thousands of forks, one below the other', () => {
    const steps = Array.from({ length: 6_000 }, (_, at) =>
      step(at, { parent_step: at === 0 ? null : at % 2 === 0 ? at - 1 : Math.max(0, at - 2), on_answer_path: false }),
    );
    expect(inspectorRows(stepTree(steps), { hide: [], answerOnly: false, fold: [] }).length).toBeGreaterThan(6_000);
  });
});
