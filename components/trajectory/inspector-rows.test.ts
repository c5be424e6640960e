import { describe, expect, it } from 'vitest';
import { findHits, MOST_HITS } from './find-hits';
import { ALL_SHOWN, indexOfPlace, inspectorRows, stepsInOrder, type Shown } from './inspector-rows';
import { describeStep, minimapBars } from './minimap-model';
import { callOfPlace, hasProblem, isCurrent, nextRow } from './places';
import { stepTree } from './step-tree';
import { BRANCHED, call, step } from './test-steps';

const keys = (steps: Parameters<typeof stepTree>[0], shown: Partial<Shown> = {}) =>
  inspectorRows(stepTree(steps), { ...ALL_SHOWN, ...shown }).map(({ key }) => key);

const PARALLEL = [
  step(0, { role: 'user', content: 'Go' }),
  step(1, { reasoning: 'Both', calls: [call(0), call(1, { arguments: '{"q":"Nice"}' })] }),
  step(2, { role: 'tool', content: 'second', call_step: 1, call: 1 }),
  step(3, { role: 'tool', content: 'first', call_step: 1, call: 0, is_error: true }),
  step(4, { role: 'tool', content: 'whose?' }),
  step(5, { content: 'A nice answer', findings: [{ call: null, code: 'gold-mismatch', pointer: null, message: 'x' }] }),
  step(6, { role: 'tool', content: 'late', call_step: 1, call: 1 }),
];

describe('inspectorRows', () => {
  it('puts observations under their calls, in the order of the calls', () => {
    expect(keys(PARALLEL)).toEqual(['m0', 'm1', 'c1.0', 'o3', 'c1.1', 'o2', 'o4', 'm5', 'o6']);
  });

  it('marks the first row of each step, also where its text is hidden', () => {
    const rows = inspectorRows(stepTree(PARALLEL), { ...ALL_SHOWN, hide: ['reasoning'] });
    expect(rows.map(({ key }) => key)).toEqual(['m0', 'c1.0', 'o3', 'c1.1', 'o2', 'o4', 'm5', 'o6']);
    expect(stepsInOrder(rows).map((one) => one.step)).toEqual([0, 1, 3, 2, 4, 5, 6]);
  });

  it.each([
    ['calls', ['m0', 'm1', 'o3', 'o2', 'o4', 'm5', 'o6']],
    ['observations', ['m0', 'm1', 'c1.0', 'c1.1', 'm5']],
    ['user', ['m1', 'c1.0', 'o3', 'c1.1', 'o2', 'o4', 'm5', 'o6']],
    ['assistant', ['m0', 'm1', 'c1.0', 'o3', 'c1.1', 'o2', 'o4', 'o6']],
  ] as const)('hides %s', (kind, shown) => expect(keys(PARALLEL, { hide: [kind] })).toEqual(shown));

  it('shows a step in which nothing was said', () => {
    expect(keys([step(0)])).toEqual(['m0']);
    expect(keys([step(0, { calls: [call(0)] })])).toEqual(['c0.0']);
  });

  it('folds branches with all that is below, and can show the answer path alone', () => {
    expect(keys(BRANCHED)).toEqual('m0 b1 m1 m2 b3 m3 b4 m4 b5 m5 b6 m6 m7'.split(' '));
    expect(keys(BRANCHED, { fold: [1, 6] })).toEqual('m0 b1 b3 m3 b4 m4 b5 m5 b6 m7'.split(' '));
    expect(keys(BRANCHED, { fold: [0, 3, 99] })).toEqual(keys(BRANCHED));
    expect(keys(BRANCHED, { answerOnly: true })).toEqual('m0 b3 m3 b5 m5 b6 m6 m7'.split(' '));
  });

  it('finds the row of a place, or of the branch that it is folded in', () => {
    const tree = stepTree(BRANCHED);
    const rows = inspectorRows(tree, { ...ALL_SHOWN, fold: [1] });
    expect(rows[indexOfPlace(rows, tree, 2, null)]?.key).toBe('b1');
    expect(rows[indexOfPlace(rows, tree, 5, 3)]?.key).toBe('m5');
    expect(indexOfPlace(rows, tree, 50, null)).toBe(-1);
    const pairs = stepTree(PARALLEL);
    const all = inspectorRows(pairs, ALL_SHOWN);
    expect(all[indexOfPlace(all, pairs, 1, 1)]?.key).toBe('c1.1');
  });
});

describe('places', () => {
  const rows = inspectorRows(stepTree(PARALLEL), ALL_SHOWN);
  const marked = (from: number, to: number, at: number | null) =>
    rows.filter((row) => isCurrent(row, { step: { from, to }, call: at })).map(({ key }) => key);
  const keyOf = (row: (typeof rows)[number] | undefined) => row?.key;

  it('go to the next and the previous problem', () => {
    expect(keyOf(nextRow(rows, -1, 1, hasProblem))).toBe('o3');
    expect(keyOf(nextRow(rows, 3, 1, hasProblem))).toBe('m5');
    expect(keyOf(nextRow(rows, 7, 1, hasProblem))).toBeUndefined();
    expect(keyOf(nextRow(rows, 7, -1, hasProblem))).toBe('o3');
    expect(keyOf(nextRow(rows, -1, -1, hasProblem))).toBe('m5');
  });

  it('are a step, a call of it, or a range', () => {
    expect(marked(1, 1, null)).toEqual(['m1', 'c1.0', 'c1.1']);
    expect(marked(1, 1, 1)).toEqual(['c1.1']);
    expect(marked(2, 4, null)).toEqual(['o3', 'o2', 'o4']);
  });

  it('have a call to look at: their own, or the one that they answer', () => {
    const at = (from: number, position: number | null = null) => {
      const found = callOfPlace(PARALLEL, { step: { from, to: from }, call: position });
      return found === null ? null : [found.step.step, found.call.call];
    };
    expect([at(1), at(1, 1), at(1, 9), at(2), at(4), at(0), at(99)]).toEqual([
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
      null,
      null,
      null,
    ]);
    expect(callOfPlace(PARALLEL, { step: null, call: null })?.step.step).toBe(1);
  });
});

describe('findHits', () => {
  const rows = inspectorRows(stepTree(PARALLEL), ALL_SHOWN);

  it('finds text of any case in what is shown, with its place', () => {
    expect(findHits(rows, ' nice ').map(({ key, field, start, nth }) => [key, field, start, nth])).toEqual([
      ['c1.1', 'arguments', 6, 0],
      ['m5', 'content', 2, 0],
    ]);
    expect(findHits(rows, 'tool').map(({ key }) => key)).toEqual(['c1.0', 'c1.1']);
    expect(findHits(rows, '  ')).toEqual([]);
  });

  it('takes no text for a pattern, and keeps offsets where case changes the length', () => {
    const odd = inspectorRows(stepTree([step(0, { content: 'İ .* a.b (x) İ' })]), ALL_SHOWN);
    for (const text of ['.*', 'a.b', '(x)', '\\', '[', 'a-b/c'])
      expect(findHits(odd, text).map(({ start, length }) => [start, length])).toEqual(
        odd[0]!.step.content!.includes(text) ? [[odd[0]!.step.content!.indexOf(text), text.length]] : [],
      );
  });

  it('stops counting at a number that nobody steps through', () => {
    const many = inspectorRows(stepTree([step(0, { content: 'a'.repeat(MOST_HITS * 2) })]), ALL_SHOWN);
    expect(findHits(many, 'a')).toHaveLength(MOST_HITS);
  });
});

describe('minimapBars', () => {
  it('gathers steps into the bars that there is room for, and loses no error', () => {
    const steps = Array.from({ length: 5_000 }, (_, at) => step(at, { is_error: at === 1_234, tokens: at % 100 }));
    const bars = minimapBars(steps, 400);
    expect(bars).toHaveLength(400);
    expect(bars.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(5_000);
    expect(bars.filter(({ hasError }) => hasError).map(({ from, to }) => from <= 1_234 && 1_234 < to)).toEqual([true]);
    expect(Math.max(...bars.map(({ size }) => size))).toBe(1);
  });

  it('has a bar a step where there is room, and none for nothing', () => {
    const bars = minimapBars(PARALLEL, 400);
    expect(bars.map(({ kind }) => kind)).toEqual([
      'user',
      'calls',
      'observations',
      'observations',
      'observations',
      'assistant',
      'observations',
    ]);
    expect(minimapBars([], 400)).toEqual([]);
  });

  it('says of a step what a reader would see', () => {
    expect(describeStep(PARALLEL[1]!, 1, 7)).toBe('Step 1, 2 of 7: assistant, calls tool0, tool1, 7 tokens');
    expect(describeStep(PARALLEL[3]!, 3, 7)).toMatch(/observation, 7 tokens, error$/);
  });
});
