import { describe, expect, it } from 'vitest';
import { brief, detected, readAll, recordsOf } from '../../chat/testing.ts';
import { collect } from '../../collect.ts';
import { inspectAi } from './index.ts';

const HASH = '0123456789abcdef0123456789abcdef';
const IMAGE = 'fedcba9876543210fedcba9876543210';
const EVAL = { eval_id: 'ev1', task: 'count', model: 'maker/m', packages: { inspect_ai: '1' } };
const SAMPLE = {
  id: 'a',
  epoch: 2,
  input: 'Count',
  target: '2',
  messages: [
    {
      id: 'm1',
      role: 'user',
      source: 'input',
      content: [
        { type: 'text', text: `attachment://${HASH}` },
        { type: 'image', image: `attachment://${IMAGE}`, detail: 'auto' },
      ],
    },
    {
      id: 'm2',
      role: 'assistant',
      content: [
        { type: 'reasoning', reasoning: 'I count.', signature: 's1' },
        { type: 'text', text: 'Counting' },
      ],
      tool_calls: [{ id: 'bash_1', function: 'bash', arguments: { cmd: 'wc -l' }, type: 'function' }],
    },
    {
      id: 'm3',
      role: 'tool',
      tool_call_id: 'bash_1',
      function: 'bash',
      content: `cut: attachment://${'0'.repeat(32)}`,
      error: { type: 'timeout', message: 'too long' },
    },
  ],
  output: { model: 'm' },
  scores: { match: { value: 'C', answer: '2' } },
  metadata: {},
  store: {},
  events: [
    { event: 'model', tools: [] },
    { event: 'model', tools: [{ name: 'bash', description: `attachment://${HASH}`, parameters: { type: 'object' } }] },
  ],
  attachments: { [HASH]: 'Count the lines', [IMAGE]: 'data:image/png;base64,iVBORw0KGgo=' },
};
const LOG = { version: 2, status: 'success', eval: EVAL, samples: [SAMPLE, { ...SAMPLE, id: 'b', messages: [] }] };

const headerOf = (path: string) => (path === 'logs/x.eval/header.json' ? recordsOf({ eval: EVAL }) : null);

describe('inspect-ai', () => {
  const { trajectories, rejects } = readAll(inspectAi, ...recordsOf(LOG));
  const run = trajectories[0]!;

  it('reads each sample of a log, and puts one without messages on record', () => {
    expect(trajectories).toHaveLength(1);
    expect(rejects).toMatchObject([{ position: '/0/samples/1', reason: 'not-of-format' }]);
    expect(run).toMatchObject({ record_id: 'ev1/a/2', model: 'maker/m', outcome: 'success', reward: 1 });
    expect(run.source_pointer).toBe('/0/samples/0');
    expect(JSON.parse(run.raw)).toEqual(SAMPLE);
    expect(JSON.parse(run.metadata!)).toMatchObject({ target: '2', eval: { task: 'count' } });
  });

  it('follows pointers, leaves those that lead nowhere, and keeps images apart', () => {
    expect(brief(run.steps)).toEqual([
      ['user', 'Count the lines'],
      ['assistant', 'Counting', 'bash {"cmd":"wc -l"}'],
      ['tool', `cut: attachment://${'0'.repeat(32)}`, 'id 1.0'],
    ]);
    expect(run.steps[0]!.attachments).toEqual([
      { name: 'image 0', media_type: 'image/png', encoding: 'base64', content: 'iVBORw0KGgo=' },
    ]);
    expect(JSON.parse(run.steps[0]!.parts!)).toEqual([{ type: 'image', detail: 'auto', attachment: 'image 0' }]);
    expect(run.tools).toMatchObject([{ name: 'bash', description: 'Count the lines' }]);
  });

  it('keeps thoughts with their signature, and errors of tools', () => {
    expect(run.steps[1]).toMatchObject({ reasoning: 'I count.', parts: '[{"type":"reasoning","signature":"s1"}]' });
    expect(run.steps[2]).toMatchObject({ is_error: true });
    expect(run.steps[2]!.parts).toContain('"too long"');
  });

  it('takes messages from the pool where a sample has none, and texts from an older log', () => {
    const transcript = { events: [], content: { [HASH]: 'Old text' } };
    const old = { ...SAMPLE, messages: [], message_pool: [{ role: 'user', content: `attachment://${HASH}` }] };
    const { attachments: _none, events: _events, ...rest } = old;
    const [found] = readAll(inspectAi, ...recordsOf({ ...LOG, samples: [{ ...rest, transcript }] })).trajectories;
    expect(brief(found!.steps)).toEqual([['user', 'Old text']]);
  });

  it.each([
    ['I', 'failure', 0],
    ['P', 'partial', 0.5],
    [0.25, null, 0.25],
    [true, 'success', 1],
    ['fair', 'fair', null],
  ])('reads the score %j', (value, outcome, reward) => {
    const samples = [{ ...SAMPLE, scores: { any: { value } } }];
    expect(readAll(inspectAi, ...recordsOf({ ...LOG, samples })).trajectories[0]).toMatchObject({ outcome, reward });
  });

  it('reads a sample of an archive with the header of the archive', () => {
    const path = 'logs/x.eval/samples/a_epoch_2.json';
    const companions = inspectAi.companions!(path);
    expect(companions).toContainEqual({ path: 'logs/x.eval/header.json', consumed: true });
    expect(companions).toContainEqual({ path: 'logs/x.eval/_journal/summaries/7.json', consumed: true });
    expect(inspectAi.companions!('logs/x.json')).toEqual([]);
    const found = collect((sink) => {
      const reader = inspectAi.open({ path, container: 'json', source: 's', companion: headerOf }, sink);
      for (const record of recordsOf(SAMPLE)) reader.read(record);
      reader.end();
    });
    expect(found.trajectories).toMatchObject([{ record_id: 'ev1/a/2', model: 'maker/m' }]);
  });

  it('is recognised as a log and as a sample, and rejects a log without samples', () => {
    expect([LOG, SAMPLE].map((value) => detected('json', value))).toEqual(['inspect-ai', 'inspect-ai']);
    expect(readAll(inspectAi, ...recordsOf({ ...LOG, samples: [] }, { id: 1 })).rejects).toHaveLength(2);
  });
});
