import { describe, expect, it } from 'vitest';
import { brief, detected, readAll, readOne, recordsOf } from '../../chat/testing.ts';
import { atif } from './index.ts';

const call = (name: string, id?: string) => ({ tool_call_id: id, function_name: name, arguments: { n: 1 } });
const RUN = {
  schema_version: 'ATIF-v1.7',
  session_id: 'ses',
  agent: {
    name: 'hand',
    model_name: 'm',
    tool_definitions: [{ type: 'function', function: { name: 'look', parameters: { type: 'object' } } }],
  },
  steps: [
    { step_id: 1, source: 'system', message: 'Be good', is_copied_context: true },
    {
      step_id: 2,
      source: 'user',
      timestamp: '2026-01-01T00:00:00Z',
      message: [
        { type: 'text', text: 'What is this?' },
        { type: 'image', source: { media_type: 'image/png', path: 'i/1.png' } },
      ],
    },
    {
      step_id: 3,
      source: 'agent',
      message: 'I look.',
      reasoning_content: 'Hm',
      tool_calls: [call('look', 'call_1'), call('list', 'call_2')],
      observation: {
        results: [
          { source_call_id: 'call_2', content: 'a list' },
          { source_call_id: 'call_1', content: 'a view' },
          { source_call_id: 'call_9', content: 'lost' },
        ],
      },
      metrics: { prompt_tokens: 10 },
      llm_call_count: 1,
    },
    {
      step_id: 4,
      source: 'agent',
      message: '',
      tool_calls: [call('look', 'call_1')],
      observation: { results: [{ content: 'no id', subagent_trajectory_ref: [{ trajectory_id: 'sub' }] }] },
    },
    { step_id: 5, source: 'agent', message: '{"commands": []}', observation: { results: [{ content: 'screen' }] } },
    {
      step_id: 6,
      source: 'agent',
      message: '{"commands": [{"keystrokes": "ls\\n"}]}',
      observation: { results: [{ content: 'a.py' }] },
    },
  ],
  final_metrics: { total_cost_usd: 1 },
  continued_trajectory_ref: 'run.cont-1.json',
};

describe('atif', () => {
  const run = readOne(atif, RUN);

  it('makes observations steps of their own, paired within their step', () => {
    expect(brief(run.steps)).toEqual([
      ['system', 'Be good'],
      ['user', 'What is this?'],
      ['assistant', 'I look.', 'look {"n":1}', 'list {"n":1}'],
      ['tool', 'a list', 'inline 2.1'],
      ['tool', 'a view', 'inline 2.0'],
      ['tool', 'lost', 'none'],
      ['assistant', '', 'look {"n":1}'],
      ['tool', 'no id', 'inline 6.0'],
      ['assistant', '{"commands": []}'],
      ['user', 'screen'],
      ['assistant', '{"commands": [{"keystrokes": "ls\\n"}]}', 'commands [{"keystrokes":"ls\\n"}]'],
      ['tool', 'a.py', 'inline 10.0'],
    ]);
    expect(run.steps[10]!.calls[0]).toMatchObject({ derived: true, syntax: 'shell' });
  });

  it('keeps metrics, reasoning, images, times and copied context', () => {
    expect(run.steps[2]).toMatchObject({ reasoning: 'Hm', metrics: '{"prompt_tokens":10}' });
    expect(run.steps[2]!.parts).toBe('[{"type":"extra","llm_call_count":1}]');
    expect(run.steps[1]).toMatchObject({ at: '2026-01-01T00:00:00Z', loss: null });
    expect(run.steps[1]!.parts).toContain('i/1.png');
    expect(run.steps[0]).toMatchObject({ loss: false, note: 'context that was copied from an earlier trajectory' });
    expect(run.steps[7]!.parts).toContain('"trajectory_id":"sub"');
    expect(run).toMatchObject({ record_id: 'ses', model: 'm', parent: null });
    expect(run.tools!.map(({ name }) => name)).toEqual(['look']);
    const metadata = JSON.parse(run.metadata!) as Record<string, unknown>;
    expect(metadata).toMatchObject({ continued_trajectory_ref: 'run.cont-1.json', agent: { name: 'hand' } });
    expect(metadata['agent']).not.toHaveProperty('tool_definitions');
  });

  it('joins a continuation to what it continues', () => {
    const steps = [{ step_id: 1, source: 'user', message: 'Go on' }];
    const part = (continuation_index: number) => ({ ...RUN, steps, agent: { extra: { continuation_index } } });
    expect([1, 2].map((index) => readOne(atif, part(index))).map((one) => [one.record_id, one.parent])).toEqual([
      ['ses.cont-1', 'ses'],
      ['ses.cont-2', 'ses.cont-1'],
    ]);
  });

  it('reads embedded sub-agents as trajectories that this one started', () => {
    const steps = [{ step_id: 1, source: 'agent', message: 'Done', tool_calls: [call('look')] }];
    const outer = { ...RUN, trajectory_id: 'main', subagent_trajectories: [{ trajectory_id: 'sub', steps }] };
    const { trajectories } = readAll(atif, ...recordsOf(outer));
    expect(trajectories.map(({ record_id, parent, source_pointer }) => [record_id, parent, source_pointer])).toEqual([
      ['main', null, '/0'],
      ['sub', 'main', '/0/subagent_trajectories/0'],
    ]);
    expect(JSON.parse(trajectories[1]!.raw)).toEqual({ trajectory_id: 'sub', steps });
  });

  it('is recognised by its version, or by its steps, and rejects what has none', () => {
    const { schema_version: _version, ...unnamed } = RUN;
    expect([RUN, unnamed].map((value) => detected('json', value))).toEqual(['atif', 'atif']);
    expect(readAll(atif, ...recordsOf({ ...RUN, steps: [] })).rejects).toHaveLength(1);
  });
});
