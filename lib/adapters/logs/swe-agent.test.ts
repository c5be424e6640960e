import { describe, expect, it } from 'vitest';
import { brief, detected, readOne } from '../chat/testing.ts';
import { nebiusSweAgent } from './nebius-swe-agent.ts';
import { sweAgent } from './swe-agent.ts';

const PROMPT = { role: 'system', content: 'You are a programmer.', agent: 'primary' };
const DEMO = { role: 'user', content: 'A demonstration:\nls', agent: 'primary', is_demo: true };
const TASK = { role: 'user', content: 'ISSUE: it fails', agent: 'primary' };

const OLD = {
  environment: 'main',
  trajectory: [
    {
      action: 'edit 1:1\nx = 1\nend_of_edit\n',
      observation: 'File\r\nupdated',
      response: 'Mend it.\n```\nedit 1:1\nx = 1\nend_of_edit\n```',
      thought: 'Mend it.',
      state: '{"open_file": "a.py"}\n',
    },
    { action: '', observation: 'No command.', response: 'Hm.', thought: 'Hm.', state: '{}' },
  ],
  history: [PROMPT, DEMO, TASK, { role: 'assistant', content: 'Mend it.', thought: 'Mend it.', action: 'edit' }],
  info: { exit_status: 'submitted', submission: 'diff --git', model_stats: { api_calls: 2 } },
};

describe('swe-agent', () => {
  it('puts prompt, demonstration and task before the actions, and observations beside their commands', () => {
    const run = readOne(sweAgent, OLD);
    expect(run).toMatchObject({ format: 'swe-agent', kind: 'rollout', outcome: 'submitted', record_id: 'a/file/0' });
    expect(brief(run.steps)).toEqual([
      ['system', 'You are a programmer.'],
      ['user', 'A demonstration:\nls'],
      ['user', 'ISSUE: it fails'],
      ['assistant', 'Mend it.', 'edit edit 1:1\nx = 1\nend_of_edit\n'],
      ['tool', 'File\r\nupdated', 'inline 3.0'],
      ['assistant', 'Hm.'],
      ['tool', 'No command.', 'none'],
    ]);
    expect(run.steps[1]).toMatchObject({ agent: 'demo', loss: false });
    expect(run.steps[3]!.calls[0]).toMatchObject({ syntax: 'shell', derived: false });
    expect(JSON.parse(run.steps[3]!.parts!)).toEqual([{ type: 'response', text: OLD.trajectory[0]!.response }]);
    expect(JSON.parse(run.steps[4]!.parts!)).toEqual([{ type: 'state', state: '{"open_file": "a.py"}\n' }]);
    expect(JSON.parse(run.metadata!)).toMatchObject({ environment: 'main', submission: 'diff --git' });
  });

  it('takes the function call that 1.x keeps behind a command, the state as an object, and the time', () => {
    const action = 'create a.py';
    const call = { id: 'call_1', type: 'function', function: { name: 'create', arguments: '{"filename": "a.py"}' } };
    const run = readOne(sweAgent, {
      trajectory: [
        {
          action,
          observation: 'made',
          response: 'Make it.',
          thought: 'Make it.',
          execution_time: 0.5,
          state: { a: 1 },
        },
        { action: 'submit', observation: '', response: 'Done.', thought: 'Done.', execution_time: 0.1, state: {} },
      ],
      history: [
        { ...TASK, message_type: 'observation' },
        { role: 'assistant', content: 'Make it.', thought: 'Make it.', action, agent: 'main', tool_calls: [call] },
        { role: 'tool', content: 'made\n$', agent: 'main', tool_call_ids: ['call_1'] },
        { role: 'assistant', content: 'Done.', thought: 'Done.', action: 'other', agent: 'main', tool_calls: [call] },
      ],
      info: {},
      replay_config: JSON.stringify({ agent: { model: { name: 'm-1' } } }),
    });
    expect(run.model).toBe('m-1');
    expect(brief(run.steps)).toEqual([
      ['user', 'ISSUE: it fails'],
      ['assistant', 'Make it.', 'create {"filename": "a.py"}'],
      ['tool', 'made', 'inline 1.0'],
      ['assistant', 'Done.', 'submit submit'],
      ['tool', '', 'inline 3.0'],
    ]);
    expect(run.steps[1]!.calls[0]).toMatchObject({ source_call_id: 'call_1', syntax: 'openai' });
    expect(run.steps[2]).toMatchObject({ seconds: 0.5, parts: '[{"type":"state","state":{"a":1}}]' });
    expect(JSON.parse(run.steps[1]!.parts!)).toEqual([{ type: 'action', text: action }]);
  });

  it('reads a history alone, and is recognised by what it has', () => {
    const history = [
      TASK,
      { role: 'assistant', content: 'Look.', thought: 'Look.', action: 'ls', agent: 'main' },
      { role: 'user', content: 'a.py', agent: 'main' },
    ];
    expect(brief(readOne(sweAgent, { history }).steps)).toEqual([
      ['user', 'ISSUE: it fails'],
      ['assistant', 'Look.', 'ls ls'],
      ['tool', 'a.py', 'adjacent 1.0'],
    ]);
    expect([OLD, { history }].map((value) => detected('json', value))).toEqual(['swe-agent', 'swe-agent']);
  });
});

const turn = (role: string, text: string | null, system_prompt: string | null = null) => ({
  cutoff_date: null,
  mask: role === 'ai',
  role,
  system_prompt,
  text,
});

describe('nebius-swe-agent', () => {
  const RUN = {
    instance_id: 'a__b-1_2',
    model_name: 'm',
    target: false,
    trajectory: [
      turn('system', null, 'SETTING'),
      turn('user', 'The issue'),
      turn('ai', 'See ```x```:\n```\nls -F\n```'),
      turn('user', 'a.py\nbash-$'),
    ],
    exit_status: 'submitted',
  };

  it('takes the command from the fence that ends a turn', () => {
    const run = readOne(nebiusSweAgent, RUN);
    expect(run).toMatchObject({ record_id: 'a__b-1_2', model: 'm', outcome: 'failure' });
    expect(brief(run.steps)).toEqual([
      ['system', 'SETTING'],
      ['user', 'The issue'],
      ['assistant', 'See ```x```:\n```\nls -F\n```', 'ls ls -F'],
      ['tool', 'a.py\nbash-$', 'adjacent 2.0'],
    ]);
    expect(run.steps[2]!.calls[0]).toMatchObject({ derived: true, syntax: 'shell' });
    expect(detected('json', RUN)).toBe('nebius-swe-agent');
  });
});
