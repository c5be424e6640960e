import { describe, expect, it } from 'vitest';
import { jsonRecords, readRecords, sampleOf } from '../read-records.ts';
import { toolMessage } from './tool-message.ts';
import { tooleval } from './tooleval.ts';

type Node = Readonly<Record<string, unknown>>;
const node = (role: string, message: unknown, ...next: Node[]): Node => ({ role, message, next });

const QUERY = 'When is high water at Hull, and is there a light?';
const TOOL = '{ "name": "tides_for_harbour", "parameters": {} }';

function converted(details: readonly Node[], final_answer = ''): string {
  const answer = JSON.stringify({ method: 'parrot_CoT', total_steps: 3, final_answer, answer_details: details });
  return `{"query": ${JSON.stringify(QUERY)}, "available_tools": [${TOOL}, ${TOOL}], "answer": ${answer}}`;
}

const first = (details: readonly Node[], final_answer?: string) =>
  readRecords(tooleval, jsonRecords(`{"12": ${converted(details, final_answer)}}`)).trajectories[0]!;

describe('ToolEval', () => {
  it('hands on one trajectory for each key, with its own text', () => {
    const one = converted([node('system', '')]);
    const text = `{\n "4983": ${one},\n "a/b": ${one}, "bad": {"answer": 1}}`;
    const { trajectories, rejects } = readRecords(tooleval, jsonRecords(text), { path: 'CoT/G3_instruction.json' });
    expect(trajectories.map(({ source_pointer, record_id, raw }) => [source_pointer, record_id, raw])).toEqual([
      ['/4983', 'parrot_CoT/G3_instruction/4983', one],
      ['/a~1b', 'parrot_CoT/G3_instruction/a/b', one],
    ]);
    expect(rejects).toMatchObject([
      { severity: 'rejected', reason: 'not-of-format', position: '/bad', raw: '{"answer": 1}' },
    ]);
  });

  it('takes records of a list as well', () => {
    const { trajectories } = readRecords(tooleval, jsonRecords(converted([]), converted([])));
    expect(trajectories.map(({ source_pointer }) => source_pointer)).toEqual(['/0', '/1']);
  });

  it('keeps tools of the same name, in order', () => {
    expect(first([]).tools?.map(({ name, raw }) => [name, raw])).toEqual([
      ['tides_for_harbour', TOOL],
      ['tides_for_harbour', TOOL],
    ]);
  });

  it('makes a call and its observation of a message that is an object', () => {
    const message = {
      name: 'tides_for_harbour',
      arguments: '{ "place": "Hull" }',
      response: '{"error": "no", "response": ""}',
    };
    const { steps, outcome, branches } = first(
      [node('system', '', node('user', '', node('tool', message, node('assistant', 'At nine.'))))],
      '{"return_type": "give_answer", "final_answer": "9"}',
    );
    expect(steps).toMatchObject([
      { role: 'system', content: '' },
      { role: 'user', content: QUERY, note: expect.stringContaining('first 0 characters') },
      {
        role: 'assistant',
        content: null,
        calls: [{ tool_name: 'tides_for_harbour', arguments: '{ "place": "Hull" }' }],
      },
      {
        role: 'tool',
        content: message.response,
        call_step: 2,
        call: 0,
        pairing: 'inline',
        is_error: true,
        truncated: false,
      },
      { role: 'assistant', content: 'At nine.' },
    ]);
    expect({ outcome, branches }).toEqual({ outcome: 'give_answer', branches: false });
  });

  it('reads what Python printed up to where it was cut off, and keeps it', () => {
    const cut = `{'name': 'tides_for_harbour', 'arguments': '{"place": "Hull"}', 'response': '{"error": "", "response`;
    const { steps } = first([node('user', QUERY, node('tool', cut))]);
    expect(steps[1]).toMatchObject({
      calls: [{ tool_name: 'tides_for_harbour', arguments: '{"place": "Hull"}' }],
      raw: cut,
    });
    expect(steps[2]).toMatchObject({ content: '{"error": "", "response', truncated: true, is_error: false });
  });

  it('says that there was an observation where the cut left none', () => {
    const cut = `{'name': 'Finish', 'arguments': '{\\n  "return_type": "give_ans`;
    const { steps } = first([node('tool', cut)]);
    expect(steps[0]!.calls[0]!.arguments).toBe('{\n  "return_type": "give_ans');
    expect(steps[1]).toMatchObject({ role: 'tool', content: null, truncated: true, call_step: 0 });
  });

  it('keeps a message that is no call as an observation without one', () => {
    const { steps } = first([node('tool', 'Error: no tool'), node('Action Input', { description: 'x' })]);
    expect(steps).toMatchObject([
      { role: 'tool', content: 'Error: no tool', pairing: 'none', call_step: null },
      { role: 'assistant', content: '{"description":"x"}', note: expect.stringContaining('Action Input') },
    ]);
  });

  it('marks the chain of the final answer where nodes branch', () => {
    const finish = (text: string): Node => node('tool', { name: 'Finish', arguments: text, response: '' });
    const { steps, branches } = first([node('user', QUERY, finish('A'), node('assistant', 'Or', finish('B')))], 'B');
    expect(branches).toBe(true);
    expect(steps.map(({ parent_step }) => parent_step)).toEqual([null, 0, 1, 0, 3, 4]);
    expect(steps.map(({ on_answer_path }) => on_answer_path)).toEqual([true, false, false, true, true, true]);
  });

  it('is recognised by what each key holds', () => {
    expect(tooleval.detect(sampleOf(jsonRecords(`{"1": ${converted([])}}`)))?.confidence).toBe(0.98);
    expect(tooleval.detect(sampleOf(jsonRecords(converted([]))))?.confidence).toBe(0.97);
    expect(tooleval.detect(sampleOf(jsonRecords('{"1": {"query": "q"}}')))).toBeNull();
    expect(tooleval.detect(sampleOf(jsonRecords('{}')))).toBeNull();
  });
});

describe('toolMessage', () => {
  it.each([
    [`{'name': 'f', 'arguments': '{}', 'response': ''}`, ['f', '{}', '', false]],
    [`{'name': 'f', 'arguments': "it's", 'response': 'a\\'b\\\\'}`, ['f', "it's", "a'b\\", false]],
    [`{'name': 'f', 'arguments': '{}', 'response': 'tail\\`, ['f', '{}', 'tail', true]],
    [`{'name': 'f', 'arguments': '{}', 'response': 'tail\\\\`, ['f', '{}', 'tail\\', true]],
    [`{'name': 'f', 'arguments': '{}', 'response': 'tail\\x0`, ['f', '{}', 'tail', true]],
    [`{'name': 'f', 'argu`, ['f', null, null, true]],
    [`{'name': 'long_na`, ['long_na', null, null, true]],
    ['{"name": "f"}', null],
    ['', null],
  ])('reads %s', (printed, expected) => {
    const read = toolMessage(printed);
    expect(read && [read.name, read.arguments, read.response, read.cut]).toEqual(expected);
  });
});
