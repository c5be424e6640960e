import { describe, expect, it } from 'vitest';
import { brief, detected, readAll, readOne } from '../chat/testing.ts';
import { mind2Web } from './mind2web.ts';
import { sweGym } from './swe-gym.ts';
import { tauBench } from './tau-bench.ts';
import { webArena } from './web-arena.ts';

const call = (id: string, name: string, args: string) => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id, type: 'function', function: { name, arguments: args } }],
});

describe('tau-bench', () => {
  const RUN = {
    task_id: 3,
    trial: 1,
    reward: 1,
    info: { task: { instruction: 'Book it', actions: [{ name: 'book', kwargs: { seat: 1 } }] }, source: 'user' },
    traj: [
      { role: 'system', content: '# Policy' },
      call('call_1', 'look', '{"a": 1}'),
      { role: 'tool', tool_call_id: 'call_1', name: 'look', content: 'Error: none' },
      call('call_1', 'book', '{}'),
      { role: 'tool', tool_call_id: 'call_1', name: 'book', content: 'booked' },
    ],
  };

  it('pairs a reused id with the nearest call, and keeps the expected actions', () => {
    const run = readOne(tauBench, RUN);
    expect(brief(run.steps).slice(1)).toEqual([
      ['assistant', null, 'look {"a": 1}'],
      ['tool', 'Error: none', 'id 1.0'],
      ['assistant', null, 'book {}'],
      ['tool', 'booked', 'id 3.0'],
    ]);
    expect(run.steps.map(({ is_error }) => is_error)).toEqual([false, false, true, false, false]);
    expect(run).toMatchObject({ reward: 1, outcome: 'success', tools: null, record_id: 'file/3/1' });
    expect(run.gold).toEqual([{ turn: null, name: 'book', arguments: '{"seat":1}', accepted: null }]);
    expect(JSON.parse(run.metadata!)).toEqual({ trial: 1, info: RUN.info });
    expect(detected('json-list', RUN)).toBe('tau-bench');
  });
});

describe('swe-gym', () => {
  const RUN = {
    instance_id: 'a__b-1',
    run_id: 'run_2',
    resolved: false,
    messages: [
      call('c1', 'finish', '{}'),
      { role: 'tool', tool_call_id: 'c1', name: 'finish', content: 'OBSERVATION:\nok' },
    ],
    tools: [{ type: 'function', function: { name: 'finish', description: 'End', parameters: null } }],
    test_result: { test_output: 'x'.repeat(20_000), report: { resolved: false } },
  };

  it('keeps a declaration without parameters, the outcome, and long output within bounds', () => {
    const run = readOne(sweGym, RUN);
    expect(run).toMatchObject({ record_id: 'a__b-1/run_2', outcome: 'failure' });
    expect(run.tools).toMatchObject([{ name: 'finish', parameters: null }]);
    expect(brief(run.steps)[1]).toEqual(['tool', 'OBSERVATION:\nok', 'id 0.0']);
    const { test_result } = JSON.parse(run.metadata!) as typeof RUN;
    expect(test_result.report).toEqual({ resolved: false });
    expect(test_result.test_output).toMatch(/^x{9999}…$/);
    expect(detected('json-list', RUN)).toBe('swe-gym');
  });
});

describe('webarena', () => {
  const RUN = {
    task_id: 0,
    intent: 'Best seller?',
    source: 'm',
    trajectory: [
      { url: 'http://a.example', axtree: '[1] RootWebArea', screenshot_path: 's/0.png' },
      { metadata: { cot: 'Scroll.' }, action: { action_name: 'scroll', direction: 'down', text: [] } },
      { url: 'http://a.example', axtree: '[2] RootWebArea', screenshot_path: 's/1.png' },
      { metadata: { cot: 'Done.' }, action: { action_name: 'stop', answer: 'A band' } },
    ],
  };

  it('makes pages and actions steps, trees apart', () => {
    const run = readOne(webArena, RUN);
    expect(run).toMatchObject({ record_id: '0', model: 'm' });
    expect(brief(run.steps)).toEqual([
      ['user', 'Best seller?'],
      ['user', null],
      ['assistant', 'Scroll.', 'scroll {"action_name":"scroll","direction":"down","text":[]}'],
      ['tool', null, 'adjacent 2.0'],
      ['assistant', 'Done.', 'stop {"action_name":"stop","answer":"A band"}'],
    ]);
    expect(run.steps[3]!.attachments).toMatchObject([{ name: 'axtree', content: '[2] RootWebArea' }]);
    expect(JSON.parse(run.steps[3]!.parts!)).toEqual([
      { type: 'page', url: 'http://a.example', screenshot_path: 's/1.png' },
    ]);
    expect(run.steps[2]!.calls[0]!.syntax).toBe('gui');
    expect(detected('json-list', RUN)).toBe('webarena');
  });
});

const action = (op: string, value: string) => ({
  action_uid: `uid-${op}`,
  raw_html: '<html>raw</html>',
  cleaned_html: '<html/>',
  operation: { original_op: op, value, op },
  pos_candidates: [{ tag: 'a', attributes: '{"class": "x"}', backend_node_id: '1' }],
  neg_candidates: [{ tag: 'b', attributes: '{}' }],
});

describe('mind2web', () => {
  const RUN = {
    annotation_id: 'ann-1',
    website: 'shop',
    domain: 'Shopping',
    confirmed_task: 'Buy a band',
    action_reprs: ['[link] Bands -> CLICK', '[text] Size -> TYPE: M'],
    actions: [action('CLICK', ''), action('TYPE', 'M')],
  };

  it('keeps pages and the elements that were not meant apart', () => {
    const run = readOne(mind2Web, RUN);
    expect(run).toMatchObject({ record_id: 'ann-1', domain: 'Shopping', kind: 'recorded' });
    expect(brief(run.steps)).toEqual([
      ['user', 'Buy a band'],
      ['user', null],
      ['assistant', '[link] Bands -> CLICK', 'CLICK {"original_op":"CLICK","value":"","op":"CLICK"}'],
      ['tool', null, 'adjacent 2.0'],
      ['assistant', '[text] Size -> TYPE: M', 'TYPE {"original_op":"TYPE","value":"M","op":"TYPE"}'],
    ]);
    expect(run.steps[1]!.attachments.map(({ name }) => name)).toEqual(['raw_html', 'cleaned_html']);
    expect(run.steps[2]!.attachments.map(({ name }) => name)).toEqual(['neg_candidates']);
    expect(run.steps[2]!.parts).toContain('"attributes":"{\\"class\\": \\"x\\"}"');
    expect(detected('json-list', RUN)).toBe('mind2web');
    expect(readAll(mind2Web, { position: '', value: {}, raw: '{}' }).rejects).toHaveLength(1);
  });
});
