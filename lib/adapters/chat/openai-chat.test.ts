import { describe, expect, it } from 'vitest';
import { openAiChat } from './openai-chat.ts';
import { brief, detected, readAll, readOne, recordsOf } from './testing.ts';

const RECORD = {
  id: 7,
  model: 'm-1',
  split: 'train',
  messages: [
    { role: 'user', content: 'Weather in Oslo?' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'c', function: { name: 'weather', arguments: '{"q":"Oslo" }' } }],
    },
    { role: 'tool', tool_call_id: 'c', content: 'rain' },
    { role: 'assistant', content: 'Rain.' },
  ],
  tools: [{ type: 'function', function: { name: 'weather', parameters: { type: 'object', properties: {} } } }],
};

describe('openai-chat', () => {
  it('reads a record with its tools and what else it has', () => {
    const read = readOne(openAiChat, RECORD);
    expect(read).toMatchObject({
      record_id: '7',
      model: 'm-1',
      kind: 'rollout',
      format: 'openai-chat',
      metadata: '{"split":"train"}',
      raw: JSON.stringify(RECORD),
      raw_format: 'json',
      source_pointer: '/0',
    });
    expect(read.tools).toMatchObject([{ name: 'weather', dialect: 'json-schema' }]);
    expect(brief(read.steps)).toEqual([
      ['user', 'Weather in Oslo?'],
      ['assistant', null, 'weather {"q":"Oslo" }'],
      ['tool', 'rain', 'id 1.0'],
      ['assistant', 'Rain.'],
    ]);
  });

  it('reads columns that are JSON in strings, and bare lists', () => {
    const { messages, tools } = RECORD;
    const strings = { messages: JSON.stringify(messages), tools: JSON.stringify(tools) };
    expect(brief(readOne(openAiChat, strings).steps)).toEqual(brief(readOne(openAiChat, RECORD).steps));
    expect(readOne(openAiChat, strings).tools).toHaveLength(1);
    expect(readOne(openAiChat, messages)).toMatchObject({ record_id: null, tools: null, metadata: null });
  });

  it('takes a system prompt that stands beside the messages', () => {
    const read = readOne(openAiChat, { ...RECORD, system: 'Be brief.' });
    expect(brief(read.steps)[0]).toEqual(['system', 'Be brief.']);
    expect(read.metadata).toBe('{"split":"train"}');
  });

  it('tells an empty list of tools from none', () => {
    expect(readOne(openAiChat, { ...RECORD, tools: [] }).tools).toEqual([]);
    expect(readOne(openAiChat, { ...RECORD, tools: '[]' }).tools).toEqual([]);
    expect(readOne(openAiChat, { ...RECORD, tools: null }).tools).toBeNull();
    expect(readOne(openAiChat, { ...RECORD, tools: undefined, functions: [] }).tools).toEqual([]);
  });

  it('rejects what holds no messages, with its text', () => {
    const { trajectories, rejects } = readAll(
      openAiChat,
      ...recordsOf({ messages: [] }, { text: 'x' }, 'x', null, [1]),
    );
    expect(trajectories).toEqual([]);
    expect(rejects.map(({ position, reason, raw }) => [position, reason, raw])).toEqual([
      ['/0', 'not-of-format', '{"messages":[]}'],
      ['/1', 'not-of-format', '{"text":"x"}'],
      ['/2', 'not-of-format', '"x"'],
      ['/3', 'not-of-format', 'null'],
      ['/4', 'not-of-format', '[1]'],
    ]);
  });

  it('is recognised', () => {
    expect(detected('jsonl', RECORD)).toBe('openai-chat');
    expect(detected('json-list', RECORD.messages, RECORD.messages)).toBe('openai-chat');
    expect(detected('parquet', { messages: JSON.stringify(RECORD.messages) })).toBe('openai-chat');
  });
});
