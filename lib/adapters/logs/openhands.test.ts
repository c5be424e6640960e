import { describe, expect, it } from 'vitest';
import { brief, detected, readAll, recordsOf } from '../chat/testing.ts';
import { openHands } from './openhands.ts';

const at = '2025-01-20T20:29:35';
const answer = (id: string, name: string, args: string) => ({
  function_name: name,
  tool_call_id: id,
  model_response: {
    model: 'm-3',
    usage: { prompt_tokens: 3 },
    choices: [{ message: { tool_calls: [{ id, type: 'function', function: { name, arguments: args } }] } }],
  },
});

const EVENTS = [
  {
    id: 0,
    timestamp: at,
    source: 'environment',
    observation: 'agent_state_changed',
    content: '',
    extras: { agent_state: 'loading' },
  },
  {
    id: 1,
    timestamp: at,
    source: 'user',
    action: 'message',
    args: { content: 'Make it', image_urls: ['http://i.example'] },
  },
  {
    id: 2,
    timestamp: at,
    source: 'agent',
    action: 'run',
    tool_call_metadata: answer('toolu_1', 'execute_bash', '{"command":  "ls"}'),
    args: { command: 'ls', thought: 'I look.' },
  },
  { id: 3, timestamp: at, source: 'agent', action: 'think', args: { depth: 1.5, thought: '' } },
  {
    id: 4,
    timestamp: at,
    source: 'agent',
    cause: 2,
    observation: 'run',
    content: 'a.py\r\n',
    extras: {
      command: 'ls',
      metadata: { exit_code: 1 },
      screenshot: `data:image/png;base64,iVBORw0KGgo${'A'.repeat(3000)}`,
    },
    success: false,
  },
  { id: 5, timestamp: at, source: 'agent', cause: 99, observation: 'error', content: 'lost' },
  { id: 6, timestamp: at, source: 'agent', action: 'finish', args: { final_thought: 'Done', thought: 'Bye' } },
];

describe('openhands', () => {
  const { trajectories, rejects } = readAll(openHands, ...recordsOf(...EVENTS, 'what'));
  const run = trajectories[0]!;

  it('makes one trajectory of a file of events, paired by cause', () => {
    expect(trajectories).toHaveLength(1);
    expect(run).toMatchObject({ record_id: 'a/file', model: 'm-3', source_pointer: '' });
    expect(brief(run.steps)).toEqual([
      ['user', 'Make it'],
      ['assistant', 'I look.', 'execute_bash {"command":  "ls"}'],
      ['assistant', null, 'think {"depth":1.5,"thought":""}'],
      ['tool', 'a.py\r\n', 'cause 1.0'],
      ['tool', 'lost', 'none'],
      ['assistant', 'Bye', 'finish {"final_thought":"Done"}'],
    ]);
    expect(run.steps[0]!.parts).toContain('http://i.example');
    expect(run.steps[1]).toMatchObject({ at, metrics: '{"usage":{"prompt_tokens":3}}' });
    expect(run.steps[3]).toMatchObject({ status: '1', is_error: true });
    expect(run.steps[3]!.attachments).toMatchObject([
      { name: 'screenshot', media_type: 'image/png', encoding: 'base64' },
    ]);
    expect(run.steps[3]!.parts).not.toContain('AAAA');
    expect(run.steps[4]!.is_error).toBe(true);
  });

  it('keeps changes of state in the metadata and all events in the raw record, and rejects what is no event', () => {
    expect(JSON.parse(run.metadata!)).toMatchObject({ states: [{ id: 0, state: 'loading' }] });
    expect(JSON.parse(run.raw)).toEqual(EVENTS);
    expect(rejects.map(({ position }) => position)).toEqual(['/7']);
  });

  it('reads records with a history, of pairs too, and prompts that declare tools', () => {
    const tools = [{ type: 'function', function: { name: 'finish', parameters: null } }];
    const prompt = { id: 0, source: 'agent', action: 'system', args: { content: 'Be good', tools } };
    const typed = { source: 'user', action: 'command', content: 'git status' };
    const shown = { source: 'system', observation: 'output', content: 'clean' };
    const record = { instance_id: 'i-1', git_patch: 'diff', history: [prompt, [typed, shown]] };
    const [found] = readAll(openHands, ...recordsOf(record)).trajectories;
    expect(found).toMatchObject({ record_id: 'i-1', metadata: '{"git_patch":"diff"}', source_pointer: '/0' });
    expect(found!.tools).toMatchObject([{ name: 'finish', parameters: null }]);
    expect(brief(found!.steps)).toEqual([
      ['system', 'Be good'],
      ['user', null, 'git git status'],
      ['tool', 'clean', 'adjacent 1.0'],
    ]);
    expect(detected('jsonl', record)).toBe('openhands');
    expect(detected('json-list', ...EVENTS)).toBe('openhands');
  });
});
