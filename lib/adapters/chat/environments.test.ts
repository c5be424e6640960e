import { describe, expect, it } from 'vitest';
import { agentFlan } from './agent-flan.ts';
import { agentInstruct } from './agentinstruct.ts';
import { agentTraj } from './agenttraj.ts';
import { codeAct } from './codeact.ts';
import { brief, detected, readOne } from './testing.ts';

describe('agentinstruct', () => {
  const RECORD = {
    id: 'os_1',
    conversations: [
      { role: 'user', content: 'How many files?' },
      { role: 'assistant', content: 'Think: list.\n\nAct: bash\n\n```bash\nls | wc -l\n```' },
      { role: 'user', content: 'The output of the OS:\n4\r\n\u001b]0;root@x: /\u0007root@x:/# \u001b[K' },
      { role: 'assistant', content: 'Think: four.\n\nAct: answer(4)' },
      { role: 'user', content: 'Now, I will start a new problem in a new OS. My problem is:\n\nWho?' },
      { role: 'assistant', content: 'Think: me.\n\nAct: bash\n\n```bash\nid\n```' },
      { role: 'user', content: 'Now, I will start a new problem in a new OS.' },
    ],
  };

  it('derives calls, and takes what the OS puts out for observations, byte for byte', () => {
    const read = readOne(agentInstruct, RECORD);
    expect(read.record_id).toBe('os_1');
    expect(brief(read.steps).map((step) => [(step as unknown[])[0], ...(step as unknown[]).slice(2)])).toEqual([
      ['user'],
      ['assistant', 'bash ls | wc -l\n'],
      ['tool', 'adjacent 1.0'],
      ['assistant'],
      ['user'],
      ['assistant', 'bash id\n'],
      ['user'],
    ]);
    expect(read.steps[2]!.content).toBe(RECORD.conversations[2]!.content);
    expect(read.steps[2]!.note).toMatch(/turn of the user/);
    expect(read.steps[1]!.calls[0]).toMatchObject({ derived: true, syntax: 'react' });
  });

  it('is recognised, with from and value too', () => {
    expect(detected('json-list', RECORD)).toBe('agentinstruct');
    const conversations = RECORD.conversations.map(({ role, content }) => ({
      from: role === 'user' ? 'human' : 'gpt',
      loss: role !== 'user',
      value: content,
    }));
    expect(detected('parquet', { id: 'os_1', conversations })).toBe('agentinstruct');
    expect(readOne(agentInstruct, { id: 'os_1', conversations }).steps[1]).toMatchObject({ loss: true });
  });
});

describe('agenttraj', () => {
  const RECORD = {
    item_id: 'shop_3',
    conversations: [
      { from: 'human', loss: null, value: 'You shop.' },
      { from: 'gpt', loss: false, value: 'OK' },
      { from: 'human', loss: null, value: 'Buy soap' },
      { from: 'gpt', loss: true, value: 'Thought:\nsearch\n\nAction:\nsearch[soap]' },
      { from: 'human', loss: null, value: 'Page 1' },
      { from: 'gpt', loss: true, value: 'Thought: go\n\nAction: go to shelf 1' },
      { from: 'human', loss: null, value: 'You see soap.' },
    ],
  };

  it('takes free text for an action, and every turn after one for its observation', () => {
    const read = readOne(agentTraj, RECORD);
    expect(read.record_id).toBe('shop_3');
    expect(brief(read.steps).slice(2)).toEqual([
      ['user', 'Buy soap'],
      ['assistant', 'Thought:\nsearch\n\nAction:\nsearch[soap]', 'search soap'],
      ['tool', 'Page 1', 'adjacent 3.0'],
      ['assistant', 'Thought: go\n\nAction: go to shelf 1', 'action go to shelf 1'],
      ['tool', 'You see soap.', 'adjacent 5.0'],
    ]);
    expect(read.steps.map(({ loss }) => loss)).toEqual([null, false, null, true, null, true, null]);
  });

  it('is recognised', () => expect(detected('json-list', RECORD)).toBe('agenttraj'));
});

describe('agent-flan', () => {
  const RECORD = {
    conversation: [
      { role: 'user', content: 'Find it', loss: false },
      { role: 'assistant', content: 'Thought: t\nAction: find\nAction Input: {"q": 1}', loss: true },
      { role: 'user', content: 'Response: none', loss: false },
      { role: 'assistant', content: 'Action: find\nAction Input: {}', loss: true },
      { role: 'user', content: 'Never mind.', loss: false },
    ],
  };

  it('reads loss flags and calls in text, and tells an answer from talk', () => {
    const read = readOne(agentFlan, RECORD);
    expect(read.steps.map(({ role, loss, calls }) => [role, loss, calls[0]?.arguments ?? null])).toEqual([
      ['user', false, null],
      ['assistant', true, '{"q": 1}'],
      ['tool', false, null],
      ['assistant', true, '{}'],
      ['user', false, null],
    ]);
  });

  it('is recognised', () => expect(detected('jsonl', RECORD)).toBe('agent-flan'));
});

describe('codeact', () => {
  const RECORD = {
    id: 'a/b',
    conversations: [
      { role: 'user', content: 'Task:\n1 + 1' },
      { role: 'assistant', content: 'So:\n<execute>\n1 + 1\n</execute>' },
      { role: 'user', content: 'Observation:\nOut[1]: 2' },
      { role: 'assistant', content: '<solution> 2 </solution>' },
    ],
  };

  it('takes code between tags for calls', () => {
    expect(brief(readOne(codeAct, RECORD).steps).slice(1, 3)).toEqual([
      ['assistant', 'So:\n<execute>\n1 + 1\n</execute>', 'execute 1 + 1\n'],
      ['tool', 'Observation:\nOut[1]: 2', 'adjacent 1.0'],
    ]);
  });

  it('is recognised', () => expect(detected('json-list', RECORD)).toBe('codeact'));
});
