import { describe, expect, it } from 'vitest';
import { brief, detected, readAll, recordsOf } from '../chat/testing.ts';
import { tau2Bench } from './tau2-bench.ts';

const call = (id: string, name: string, requestor = 'assistant') => ({ id, name, arguments: { n: 1 }, requestor });
const result = (id: string, content: string, more = {}) => ({ id, role: 'tool', content, ...more });

const TEXT = {
  id: 'sim-1',
  task_id: '7',
  termination_reason: 'user_stop',
  reward_info: { reward: 1 },
  messages: [
    { role: 'assistant', content: 'Hello', timestamp: 't0', cost: 0.1 },
    { role: 'user', content: null, tool_calls: [call('u1', 'toggle', 'user')] },
    result('u1', 'on', { requestor: 'user' }),
    { role: 'assistant', content: null, tool_calls: [call('c1', 'look'), call('c2', 'list')] },
    { role: 'tool', tool_messages: [result('c1', 'seen'), result('c2', 'Error', { error: true })] },
  ],
};
const VOICE = {
  id: 'sim-2',
  task_id: 7,
  reward_info: null,
  termination_reason: 'max_steps',
  messages: [],
  ticks: [
    { tick_id: 0, timestamp: 't0', tick_duration_seconds: 0.2, agent_chunk: { role: 'assistant', content: '' } },
    {
      tick_id: 1,
      timestamp: 't1',
      tick_duration_seconds: 0.2,
      agent_chunk: { role: 'assistant', content: 'Let me', audio_path: 'a.wav' },
      user_chunk: { role: 'user', content: 'uh-huh' },
      agent_tool_calls: [call('c1', 'look')],
      agent_tool_results: [result('c1', 'seen')],
    },
  ],
};
const RESULTS = {
  info: { agent_info: { llm: 'm' }, environment_info: { domain_name: 'telecom' } },
  tasks: [{ id: '7', evaluation_criteria: { actions: [{ name: 'look', arguments: { n: 1 } }] } }],
  simulations: [TEXT, VOICE, { ...TEXT, id: 'sim-3', messages: [] }],
};

describe('tau2-bench', () => {
  const { trajectories, rejects } = readAll(tau2Bench, ...recordsOf(RESULTS));

  it('makes each simulation a trajectory, with what its task expects', () => {
    expect(trajectories.map(({ record_id, reward, outcome }) => [record_id, reward, outcome])).toEqual([
      ['sim-1', 1, 'success'],
      ['sim-2', null, 'max_steps'],
    ]);
    expect(trajectories[0]).toMatchObject({ model: 'm', domain: 'telecom', source_pointer: '/0/simulations/0' });
    expect(trajectories[1]!.gold).toEqual([{ turn: null, name: 'look', arguments: '{"n":1}', accepted: null }]);
    expect(JSON.parse(trajectories[0]!.raw)).toEqual(TEXT);
    expect(rejects.map(({ position }) => position)).toEqual(['/0/simulations/2']);
  });

  it('pairs answers with calls of agent and user alike', () => {
    expect(brief(trajectories[0]!.steps)).toEqual([
      ['assistant', 'Hello'],
      ['user', null, 'toggle {"n":1}'],
      ['tool', 'on', 'id 1.0'],
      ['assistant', null, 'look {"n":1}', 'list {"n":1}'],
      ['tool', 'seen', 'id 3.0'],
      ['tool', 'Error', 'id 3.1'],
    ]);
    expect(trajectories[0]!.steps[0]).toMatchObject({ at: 't0', metrics: '{"cost":0.1}' });
    expect(trajectories[0]!.steps.map(({ is_error, agent }) => [is_error, agent]).slice(2)).toEqual([
      [false, 'user'],
      [false, null],
      [false, null],
      [true, null],
    ]);
  });

  it('makes ticks of voice steps of their channel, and none of silence', () => {
    const { steps } = trajectories[1]!;
    expect(brief(steps)).toEqual([
      ['assistant', 'Let me', 'look {"n":1}'],
      ['tool', 'seen', 'id 0.0'],
      ['user', 'uh-huh'],
    ]);
    expect(steps.map(({ agent, at, seconds }) => [agent, at, seconds])).toEqual([
      ['agent', 't1', 0.2],
      ['agent', 't1', 0.2],
      ['user', 't1', 0.2],
    ]);
    expect(steps[0]!.parts).toBe('[{"type":"audio","audio_path":"a.wav"}]');
  });

  it('is recognised whole and by the simulation', () => {
    expect([RESULTS, TEXT, VOICE].map((value) => detected('json', value))).toEqual(Array(3).fill('tau2-bench'));
    expect(readAll(tau2Bench, ...recordsOf({ simulations: [] })).rejects).toHaveLength(1);
  });
});
