import { describe, expect, it } from 'vitest';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';
import { toolllamaDfs } from './toolllama-dfs.ts';

const SYSTEM = {
  from: 'system',
  value: `You are a pilot.\nSpecifically, you have access to the following APIs: [{'name': 'tides_for_harbour', 'description': None, 'parameters': {'type': 'object', 'properties': {}, 'optional': []}}]`,
};
const USER = { from: 'user', value: '\nWhen is high water?\nBegin!\n' };
const LOOK = { from: 'assistant', value: '\nThought: \nAction: tides_for_harbour\nAction Input: {"place": "Hull"}' };
const SEEN = { from: 'function', value: '{"error": "Timeout", "response": ""}' };
const DONE = {
  from: 'assistant',
  value: '\nThought: Well.\nAction: Finish\nAction Input: {"return_type": "give_up_and_restart"}',
};

const step = (no: number, conversations: readonly object[], query = 'When is\nhigh water?'): string =>
  JSON.stringify({ id: `Step ${no}: ${query}`, conversations });

const SHORT = step(2, [SYSTEM, USER, LOOK]);
const LONG = step(4, [SYSTEM, USER, LOOK, SEEN, DONE]);
const read = (...texts: readonly string[]) => readRecords(toolllamaDfs, jsonRecords(...texts));

describe('ToolLLaMA conversations', () => {
  it('fold the beginnings of an answer into the longest, and put each on record', () => {
    const { trajectories, rejects } = read(SHORT, LONG);
    expect(trajectories).toHaveLength(1);
    expect(trajectories[0]).toMatchObject({ source_pointer: '/1', raw: LONG });
    expect(JSON.parse(trajectories[0]!.metadata!)).toEqual({ id: 'Step 4: When is\nhigh water?', folded: 1 });
    expect(rejects).toMatchObject([
      { severity: 'rejected', reason: 'folded-prefix', position: '/0', message: expect.stringContaining('/1') },
    ]);
  });

  it('account for every record, in whatever order the steps of an answer come', () => {
    const other = step(2, [SYSTEM, USER, { ...LOOK, value: 'Action: a\nAction Input: {}' }]);
    const texts = [LONG, SHORT, other, LONG, SHORT];
    const { trajectories, rejects } = read(...texts);
    expect(trajectories.map(({ source_pointer }) => source_pointer)).toEqual(['/2', '/3']);
    expect(rejects.map(({ position }) => position)).toEqual(['/1', '/0', '/4']);
    expect(trajectories.length + rejects.length).toBe(texts.length);
  });

  it('fold nothing into the answer of another query', () => {
    const { trajectories, rejects } = read(SHORT, step(4, [SYSTEM, USER, LOOK, SEEN, DONE], 'Another?'));
    expect(trajectories).toHaveLength(2);
    expect(rejects).toEqual([]);
  });

  it('read calls out of the text, which stays as it is, and pair what the server answered', () => {
    const { steps, tools, kind } = read(LONG).trajectories[0]!;
    expect(kind).toBe('rollout');
    expect(steps.map(({ content }) => content)).toEqual([SYSTEM, USER, LOOK, SEEN, DONE].map(({ value }) => value));
    expect(steps[2]!.calls).toMatchObject([
      { tool_name: 'tides_for_harbour', arguments: '{"place": "Hull"}', syntax: 'react', derived: true },
    ]);
    expect(steps[3]).toMatchObject({ role: 'tool', call_step: 2, call: 0, pairing: 'adjacent', is_error: true });
    expect(tools).toMatchObject([{ name: 'tides_for_harbour', dialect: 'json-schema', description: null }]);
  });

  it('declare no tools where the prompt lists none that can be read', () => {
    const { trajectories } = read(step(2, [USER, LOOK]), step(2, [{ ...SYSTEM, value: `${SYSTEM.value} cut` }], 'q'));
    expect(trajectories.map(({ tools }) => tools)).toEqual([null, null]);
  });

  it('are recognised by their ids, and reject what is none', () => {
    expect(toolllamaDfs.detect(sampleOf(jsonRecords(SHORT, LONG)))?.confidence).toBe(0.97);
    expect(toolllamaDfs.detect(sampleOf(jsonRecords('{"id": "12", "conversations": []}')))).toBeNull();
    expect(read(LONG, '{"id": "Step 2: q", "conversations": [1]}').rejects).toMatchObject([
      { severity: 'rejected', reason: 'not-of-format', position: '/1' },
    ]);
  });
});
