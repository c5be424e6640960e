import { describe, expect, it } from 'vitest';
import { anthropicMessages } from './anthropic-messages.ts';
import { brief, detected, readOne } from './testing.ts';

const RECORD = {
  model: 'c-1',
  system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
  tools: [{ name: 'read', input_schema: { type: 'object', properties: { path: { type: 'string' } } } }],
  messages: [
    { role: 'user', content: 'Read a' },
    { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'read', input: { path: 'a' } }] },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: 'A' }] },
  ],
};

describe('anthropic-messages', () => {
  it('reads the prompt, tools and results', () => {
    const read = readOne(anthropicMessages, RECORD);
    expect(read).toMatchObject({ model: 'c-1', tools: [{ name: 'read' }], metadata: null });
    expect(brief(read.steps)).toEqual([
      ['system', 'Be brief.'],
      ['user', 'Read a'],
      ['assistant', null, 'read {"path":"a"}'],
      ['tool', 'A', 'id 2.0'],
    ]);
  });

  it('is recognised by its blocks', () => {
    expect(detected('jsonl', RECORD)).toBe('anthropic-messages');
    expect(detected('jsonl', { messages: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] })).toBe(
      'openai-chat',
    );
  });
});
