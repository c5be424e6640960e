import { describe, expect, it } from 'vitest';
import type { Row } from '@/lib/corpus';
import { call, step } from '../test-steps';
import { alignSteps } from './align';
import { argumentPairs } from './argument-differences';

const tool = (at: number, from: number, content: string) =>
  step(at, { role: 'tool', call_step: from, call: 0, content });
const calls = (at: number, name: string, text = '{}') =>
  step(at, { calls: [call(0, { tool_name: name, arguments: text })] });
const many = (name: string) => Array.from({ length: 4_000 }, (_, at) => calls(at, `${name}${at}`));
const shape = (a: Row<'steps'>[], b: Row<'steps'>[]) =>
  alignSteps(a, b).map((row) => `${row.a?.step ?? '-'}${row.isSame ? '=' : '|'}${row.b?.step ?? '-'}`);

describe('alignSteps', () => {
  const task = step(0, { role: 'user', content: 'Book a table for two in Rome' });

  it('pairs what both do, and leaves gaps where only one does something', () => {
    const a = [task, calls(1, 'search'), tool(2, 1, 'none'), calls(3, 'book'), tool(4, 3, 'done')];
    const b = [task, calls(1, 'book', '{"n":2}'), tool(2, 1, 'done')];
    expect(shape(a, b)).toEqual(['0=0', '1|-', '2|-', '3|1', '4=2']);
    expect(shape(b, a)).toEqual(['0=0', '-|1', '-|2', '1|3', '2=4']);
  });

  it('sets other calls and other words of the same role beside one another', () => {
    const a = [task, calls(1, 'search'), step(2, { content: 'Your table in Rome is booked for two' })];
    const b = [task, calls(1, 'look_up'), step(2, { content: 'The table in Rome is booked for two people' })];
    expect(shape(a, b)).toEqual(['0=0', '1|1', '2|2']);
  });

  it('keeps every step of both once and in order, whatever they are', () => {
    const a = [task, calls(1, 'x'), tool(2, 1, 'y'), step(3, { content: 'bye' })];
    for (const b of [[], [task], a.toReversed(), [...a, ...a]]) {
      const rows = alignSteps(a, b);
      expect(rows.flatMap((row) => row.a ?? [])).toEqual(a);
      expect(rows.flatMap((row) => row.b ?? [])).toEqual(b);
    }
  });

  it('takes thousands of steps that have nothing in common', () => {
    expect(alignSteps(many('a'), many('b'))).toHaveLength(4_000);
  });
});

describe('argumentPairs', () => {
  it('says what differs, space apart', () => {
    expect(argumentPairs('{"a": [1, 2], "b": "x y", "c": 1}', '{"a":[1,2],"b":"xy","d":null}')).toEqual([
      { name: 'a', a: '[1, 2]', b: '[1,2]', differs: false },
      { name: 'b', a: '"x y"', b: '"xy"', differs: true },
      { name: 'c', a: '1', b: null, differs: true },
      { name: 'd', a: null, b: 'null', differs: true },
    ]);
    expect(argumentPairs('not json', '{}')).toBeNull();
    expect(argumentPairs(null, '')).toEqual([]);
  });
});
