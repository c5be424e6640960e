import { describe, expect, it } from 'vitest';
import { glaive } from './glaive.ts';
import { hermes } from './hermes.ts';
import { toolAce } from './toolace.ts';
import { xlam } from './xlam.ts';
import { brief, detected, readAll, readOne, recordsOf } from './testing.ts';

const TOOL = '{"name": "rate", "description": "d", "parameters": {"type": "object", "properties": {}}}';

describe('glaive', () => {
  const RECORD = {
    system: `SYSTEM: You have these functions -\n${TOOL}\n\n${TOOL.replace('rate', 'joke')}`,
    chat: `USER: The rate, please.\n\n\nASSISTANT: <functioncall> {"name": "rate", "arguments": '{"of": "USD's"}'} <|endoftext|>\n\n\nFUNCTION RESPONSE: {"rate": 2}\n\n\nASSISTANT: It is\n2. <|endoftext|>\n\n\n`,
  };

  it('takes the one text apart, and reads JSON in single quotes within JSON', () => {
    const read = readOne(glaive, RECORD);
    expect(read.tools).toMatchObject([{ name: 'rate' }, { name: 'joke' }]);
    expect(brief(read.steps).slice(1)).toEqual([
      ['user', 'The rate, please.'],
      [
        'assistant',
        `<functioncall> {"name": "rate", "arguments": '{"of": "USD's"}'} <|endoftext|>`,
        `rate {"of": "USD's"}`,
      ],
      ['tool', '{"rate": 2}', 'adjacent 2.0'],
      ['assistant', 'It is\n2. <|endoftext|>'],
    ]);
    expect(read.steps[0]).toMatchObject({ role: 'system', content: RECORD.system.slice('SYSTEM: '.length) });
  });

  it('knows a prompt that says there are no functions', () => {
    const system = 'SYSTEM: You are a helpful assistant, with no access to external functions.';
    expect(readOne(glaive, { ...RECORD, system }).tools).toEqual([]);
  });

  it('is recognised', () => expect(detected('json-list', RECORD)).toBe('glaive'));
});

describe('hermes', () => {
  const RECORD = {
    id: 'h',
    category: 'Finance',
    conversations: [
      { from: 'system', value: `Tools within <tools></tools> tags. <tools> [${TOOL}] </tools> Call with <tool_call>` },
      { from: 'human', value: 'Rates?' },
      {
        from: 'gpt',
        value: `<tool_call>\n{'name': 'rate', 'arguments': {'of': None}}\n</tool_call>\n<tool_call>\n{"name": "rate", "arguments": {}}\n</tool_call>`,
      },
      { from: 'tool', value: '<tool_response>\n1\n</tool_response>' },
      { from: 'tool', value: '<tool_response>\n2\n</tool_response>' },
    ],
  };

  it('reads tools of the prompt and parallel calls, as Python or JSON', () => {
    const read = readOne(hermes, RECORD);
    expect(read).toMatchObject({ domain: 'Finance', record_id: 'h', tools: [{ name: 'rate' }] });
    expect(brief(read.steps).slice(2)).toEqual([
      ['assistant', RECORD.conversations[2]!.value, `rate {'of': None}`, 'rate {}'],
      ['tool', '<tool_response>\n1\n</tool_response>', 'adjacent 2.0'],
      ['tool', '<tool_response>\n2\n</tool_response>', 'adjacent 2.1'],
    ]);
  });

  it('is recognised', () => expect(detected('json-list', RECORD)).toBe('hermes'));
});

describe('toolace', () => {
  const RECORD = {
    system: `You are an expert. Here is a list of functions in JSON format that you can invoke:\n[${TOOL}]. \nYou return [func_name1(p=1)].`,
    conversations: [
      { from: 'user', value: 'Rates?' },
      { from: 'assistant', value: '[Get Rate v2(of="USD", n=1), rate()]' },
      { from: 'tool', value: '[{"name": "Get Rate v2", "results": {}}]' },
      { from: 'assistant', value: '{Stocks:("page":1)}' },
    ],
  };

  it('reads calls in brackets, names with blanks, and the other notation', () => {
    const read = readOne(toolAce, RECORD);
    expect(read.tools).toMatchObject([{ name: 'rate' }]);
    expect(brief(read.steps).slice(2)).toEqual([
      ['assistant', '[Get Rate v2(of="USD", n=1), rate()]', 'Get Rate v2 of="USD", n=1', 'rate null'],
      ['tool', '[{"name": "Get Rate v2", "results": {}}]', 'adjacent 2.0'],
      ['assistant', '{Stocks:("page":1)}', 'Stocks "page":1'],
    ]);
  });

  it('is recognised', () => expect(detected('json-list', RECORD)).toBe('toolace'));
});

describe('xlam', () => {
  const RECORD = {
    id: 3,
    query: 'Rates?',
    answers: '[{"name": "rate", "arguments": {"of": "a"}}, {"name": "rate", "arguments": {"n": 1.0}}]',
    tools:
      '[{"name": "rate", "description": "d", "parameters": {"of": {"description": "x", "type": "str, optional"}}}]',
  };

  it('makes a turn of the answers, arguments as they were written', () => {
    const read = readOne(xlam, RECORD);
    expect(read).toMatchObject({ record_id: '3', kind: 'single_turn', gold: null });
    expect(read.tools).toMatchObject([{ name: 'rate', dialect: 'fields' }]);
    expect(brief(read.steps)).toEqual([
      ['user', 'Rates?'],
      ['assistant', null, 'rate {"of": "a"}', 'rate {"n": 1.0}'],
    ]);
    expect(read.steps[1]!.raw).toBe(RECORD.answers);
  });

  it('keeps answers that are no calls, and rejects what has none', () => {
    expect(readOne(xlam, { ...RECORD, answers: '[]' }).steps[1]).toMatchObject({ content: '[]', calls: [] });
    expect(readAll(xlam, ...recordsOf({ query: 'x' })).rejects).toHaveLength(1);
  });

  it('is recognised', () => expect(detected('json-list', RECORD)).toBe('xlam'));
});
