import { describe, expect, it } from 'vitest';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';
import { toolbenchAnswers } from './toolbench-answers.ts';

type Node = Readonly<Record<string, unknown>>;

const action = (description: string, ...children: Node[]): Node => ({ node_type: 'Action', description, children });
const thought = (description: string, ...children: Node[]): Node => ({ node_type: 'Thought', description, children });
const input = (description: string, observation: string, observation_code: number, ...children: Node[]): Node => ({
  node_type: 'Action Input',
  description,
  observation,
  observation_code,
  Elo: 1000,
  children,
});
const flat = ({ children: _children, ...node }: Node): Node => node;
const called = (name: string, given: string): Node => ({
  role: 'assistant',
  function_call: { name, arguments: given },
});
const GIVE_UP = '{\n  "return_type": "give_up_and_restart"\n}';
const ANSWER = '{"return_type": "give_answer", "final_answer": "High water is at 9."}';
const giveUp = action('Finish', input(GIVE_UP, '{"response":"restart"}', 4));
const answer = action('Finish', input(ANSWER, '{"response":"done"}', 3));
const tides = (place: string, ...children: Node[]): Node =>
  action('tides_for_harbour', input(`{ "place": "${place}" }`, '{"error": "", "response": "9:00"}', 0, ...children));

function answerFile(children: readonly Node[], generation: object, win = false): string {
  const root = { node_type: 'Action Input', description: '', children };
  const answer_generation = { query: 'When is high water?', function: [], final_answer: '', ...generation };
  return JSON.stringify({ win, tree: { size: 9, tree: root }, answer_generation }, null, 1);
}

function only(text: string) {
  const { trajectories, rejects } = readRecords(toolbenchAnswers, jsonRecords(text));
  expect(rejects).toEqual([]);
  expect(trajectories).toHaveLength(1);
  return trajectories[0]!;
}

describe('ToolBench answers', () => {
  it('are recognised by their tree, and their kin by their tries', () => {
    const tree = jsonRecords(answerFile([], {}));
    const tries = jsonRecords('{"win":true,"trys":[],"answer_generation":{}}');
    expect(toolbenchAnswers.detect(sampleOf(tree))?.confidence).toBeGreaterThan(0.9);
    expect(toolbenchAnswers.detect(sampleOf(tries))?.confidence).toBeGreaterThan(0.9);
    expect(toolbenchAnswers.detect(sampleOf(jsonRecords('{"win":true,"tree":{}}')))).toBeNull();
  });

  it('merge thought, action and input into one step with a call, and keep all text as it is', () => {
    const text = answerFile([thought('Look it up.\n', tides('Hull', answer))], { final_answer: ANSWER }, true);
    const { steps, branches, kind, outcome, raw } = only(text);
    expect(steps.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant', 'tool']);
    expect(steps[1]).toMatchObject({ content: 'Look it up.\n', parent_step: 0 });
    expect(steps[1]!.calls).toMatchObject([
      { tool_name: 'tides_for_harbour', arguments: '{ "place": "Hull" }', syntax: 'react', derived: false },
    ]);
    expect(steps[2]).toMatchObject({ call_step: 1, call: 0, pairing: 'inline', status: '0', is_error: false });
    expect(steps.every(({ on_answer_path }) => on_answer_path)).toBe(true);
    expect({ branches, kind, outcome }).toEqual({ branches: false, kind: 'tree', outcome: 'give_answer' });
    expect(raw).toBe(text);
  });

  it('mark the chain that ends in the accepted answer, and keep the others as branches', () => {
    const text = answerFile([tides('Hull', giveUp, thought('Again.', answer)), tides('Leith')], {
      final_answer: ANSWER,
    });
    const { steps, branches } = only(text);
    expect(branches).toBe(true);
    expect(steps.map(({ parent_step }) => parent_step)).toEqual([null, 0, 1, 2, 3, 2, 5, 0, 7]);
    expect(steps.flatMap(({ on_answer_path }, no) => (on_answer_path ? [no] : []))).toEqual([0, 1, 2, 5, 6]);
  });

  it('take the chain that train_messages were made from where several give up in the same words', () => {
    const train_messages = [
      [{ role: 'system', content: 'Use tools.' }],
      [called('tides_for_harbour', '{ "place": "Leith" }'), called('Finish', GIVE_UP)],
    ];
    const text = answerFile([tides('Hull', giveUp), tides('Leith', giveUp)], { final_answer: GIVE_UP, train_messages });
    const { steps, outcome, metadata } = only(text);
    expect(steps[0]).toMatchObject({ role: 'system', content: 'Use tools.' });
    expect(
      steps.filter((step) => step.on_answer_path).flatMap(({ calls }) => calls.map((one) => one.arguments)),
    ).toEqual(['{ "place": "Leith" }', GIVE_UP]);
    expect(outcome).toBe('give_up_and_restart');
    expect(JSON.parse(metadata!)).toMatchObject({ win: false, train_messages: 2 });
  });

  it('have no answer path where the source has no answer', () => {
    const { steps, outcome } = only(answerFile([tides('Hull'), tides('Leith')], {}));
    expect(steps.map(({ on_answer_path }) => on_answer_path)).toEqual([true, false, false, false, false]);
    expect(outcome).toBe('failure');
  });

  it('begin a step of its own for each branch of a thought', () => {
    const { steps } = only(answerFile([thought('Hm.', tides('Hull'), thought('Or else', tides('Leith')))], {}));
    expect(steps.map(({ role, parent_step }) => [role, parent_step])).toEqual([
      ['user', null],
      ['assistant', 0],
      ['assistant', 1],
      ['tool', 2],
      ['assistant', 1],
      ['tool', 4],
    ]);
    expect(steps[1]).toMatchObject({ content: 'Hm.', calls: [] });
    expect(steps[4]!.content).toBe('Or else');
  });

  it('keep thoughts and actions that lead nowhere, and inputs without an action', () => {
    const { steps } = only(answerFile([thought('Stop.'), action('tides_for_harbour'), input('{}', 'x', 2)], {}));
    expect(steps.slice(1)).toMatchObject([
      { content: 'Stop.', calls: [] },
      { content: null, calls: [{ tool_name: 'tides_for_harbour', arguments: null }] },
      { content: '{}', calls: [], note: expect.stringContaining('Action Input') },
      { role: 'tool', content: 'x', parent_step: 3, call_step: null, pairing: 'none' },
    ]);
  });

  it('know errors by code and by the wrapper of the server, and cut observations by their dots', () => {
    const cut = '{"error": "", "response": "aaa...';
    const { steps } = only(
      answerFile(
        [
          action('a', input('{}', '{"error": "Timeout", "response": ""}', 0)),
          action('b', input('{}', cut, 0)),
          action('c', input('{}', 'no such function', 1)),
          action('d', input('{}', '"and so on..."', 0)),
        ],
        {},
      ),
    );
    const observations = steps.filter(({ role }) => role === 'tool');
    expect(observations.map(({ is_error }) => is_error)).toEqual([true, false, true, false]);
    expect(observations.map(({ truncated }) => truncated)).toEqual([false, true, false, false]);
    expect(observations[1]!.content).toBe(cut);
  });

  it('declare functions in order, with the tool that each belongs to', () => {
    const declared =
      '{ "name": "tides_for_harbour", "description": "This is the subfunction for tool \\"harbour\\", you can", "parameters": {"type":"object", "optional": []} }';
    const text = `{"win":false,"trys":[],"answer_generation":{"query":"q","function":[${declared},${declared}]}}`;
    const { tools } = only(text);
    expect(tools).toHaveLength(2);
    expect(tools![1]).toMatchObject({ dialect: 'json-schema', group: 'harbour', raw: declared });
  });

  it('read tries as the branches of one query', () => {
    const chain = [flat(action('a')), flat(input('{}', '1', 0)), flat(thought('Done?'))];
    const text = JSON.stringify({ win: false, trys: [{ chain }, { chain }], answer_generation: { query: 'q' } });
    const { steps, kind, branches } = only(text);
    expect(steps.map(({ parent_step }) => parent_step)).toEqual([null, 0, 1, 2, 0, 4, 5]);
    expect({ kind, branches }).toEqual({ kind: 'rollout', branches: true });
  });

  it('may be deeper than a stack', () => {
    const depth = 20_000;
    const thoughts = '{"node_type":"Thought","description":"Hm.","children":['.repeat(depth) + ']}'.repeat(depth);
    const { steps } = only(
      `{"win":false,"tree":{"tree":{"children":[${thoughts}]}},"answer_generation":{"query":"q","function":[]}}`,
    );
    expect(steps).toHaveLength(depth + 1);
  });

  it('reject what is none', () => {
    const { trajectories, rejects } = readRecords(toolbenchAnswers, jsonRecords('{"win":true}', '[1]'));
    expect(trajectories).toEqual([]);
    expect(rejects).toMatchObject([
      { severity: 'rejected', reason: 'not-of-format', position: '/0', raw: '{"win":true}' },
      { severity: 'rejected', position: '/1', raw: '[1]' },
    ]);
  });
});
