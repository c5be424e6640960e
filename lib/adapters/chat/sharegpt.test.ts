import { describe, expect, it } from 'vitest';
import { apigenMt } from './apigen-mt.ts';
import { shareGpt } from './sharegpt.ts';
import { callsOf } from './sharegpt-messages.ts';
import { brief, detected, readAll, readOne, recordsOf } from './testing.ts';

const TOOLS = '[{"name": "price", "parameters": {"type": "object", "properties": {"of": {"type": "string"}}}}]';
const CALL = '{"name": "price", "arguments": {"of": "a \\u00e9 skirt"}}';
const RECORD = {
  conversations: [
    { from: 'human', value: 'How much?' },
    { from: 'function_call', value: CALL },
    { from: 'observation', value: '{"price": 160}' },
    { from: 'gpt', value: '160' },
  ],
  tools: TOOLS,
};

describe('sharegpt', () => {
  it('makes calls of messages that are nothing but calls, and keeps their text', () => {
    const read = readOne(shareGpt, RECORD);
    expect(brief(read.steps)).toEqual([
      ['user', 'How much?'],
      ['assistant', null, 'price {"of": "a \\u00e9 skirt"}'],
      ['tool', '{"price": 160}', 'adjacent 1.0'],
      ['assistant', '160'],
    ]);
    expect(read.steps[1]).toMatchObject({ raw: CALL, calls: [{ derived: false, syntax: 'sharegpt' }] });
    expect(read.tools).toMatchObject([{ name: 'price' }]);
  });

  it('keeps an observation whose call is prose, and an empty list of tools', () => {
    const read = readOne(shareGpt, {
      conversations: [
        { from: 'human', value: '20 % off 200?' },
        { from: 'gpt', value: 'I calculate: {"price": 200}' },
        { from: 'observation', value: '{"price": 160}' },
      ],
      tools: '[]',
    });
    expect(read.tools).toEqual([]);
    expect(brief(read.steps).slice(1)).toEqual([
      ['assistant', 'I calculate: {"price": 200}'],
      ['tool', '{"price": 160}', 'none'],
    ]);
    expect(read.steps[2]).toMatchObject({ call_step: null, call: null });
  });

  it('reads the kin: roles, loss, system, more than one call', () => {
    const read = readOne(shareGpt, {
      id: 'a',
      system: 'Be brief.',
      conversation: [
        { role: 'user', content: 'x', loss: false },
        { role: 'function_call', content: `[${CALL}, {'name': 'now', 'arguments': {}}]`, loss: true },
        { role: 'tool', content: '1' },
        { role: 'tool', content: '2' },
        { role: 'assistant', content: 'y', loss: true, mood: 'good' },
      ],
    });
    expect(brief(read.steps)).toEqual([
      ['system', 'Be brief.'],
      ['user', 'x'],
      ['assistant', null, 'price {"of": "a \\u00e9 skirt"}', 'now {}'],
      ['tool', '1', 'adjacent 2.0'],
      ['tool', '2', 'adjacent 2.1'],
      ['assistant', 'y'],
    ]);
    expect(read.steps.map(({ loss }) => loss)).toEqual([null, false, true, null, null, true]);
    expect(read.steps[5]!.raw).toBe('{"role":"assistant","content":"y","loss":true,"mood":"good"}');
    expect(read).toMatchObject({ record_id: 'a', tools: null });
  });

  it('derives calls that have words around them, and their results of the same formatter', () => {
    const value = 'I look.\n<function=ls>\n<parameter=path>\n/\n</parameter>\n</function>';
    const read = readOne(shareGpt, {
      conversations: [
        { from: 'function_call', value },
        { from: 'human', value: 'EXECUTION RESULT of [ls]:\nbin' },
        { from: 'human', value: 'EXECUTION RESULT of [ls]:\nand so on' },
      ],
    });
    expect(brief(read.steps)).toEqual([
      ['assistant', value, 'ls <parameter=path>\n/\n</parameter>'],
      ['tool', 'EXECUTION RESULT of [ls]:\nbin', 'adjacent 0.0'],
      ['user', 'EXECUTION RESULT of [ls]:\nand so on'],
    ]);
    expect(read.steps[0]!.calls[0]).toMatchObject({ derived: true, syntax: 'function-tag' });
  });

  it('rejects records without messages', () => {
    const { rejects } = readAll(shareGpt, ...recordsOf({ conversations: 'none' }, { conversations: ['x'] }, 3));
    expect(rejects.map(({ reason }) => reason)).toEqual(Array(3).fill('not-of-format'));
  });

  it('is recognised', () => {
    expect(detected('json-list', RECORD, RECORD)).toBe('sharegpt');
    expect(detected('jsonl', { conversations: [{ role: 'user', content: 'x' }] })).toBe('sharegpt');
  });
});

describe('callsOf', () => {
  it.each(['', 'none', '{"name": "f"', 'so: {"name": "f"}', '{"a": 1}'])('takes %j for no call', (text) =>
    expect(callsOf(text)).toBeNull(),
  );
});

describe('apigen-mt', () => {
  it('reads system and tools beside the dialogue, and is recognised', () => {
    const record = { ...RECORD, system: 'You sell.' };
    expect(readOne(apigenMt, record)).toMatchObject({
      format: 'apigen-mt',
      kind: 'rollout',
      tools: [{ name: 'price' }],
    });
    expect(readOne(apigenMt, record).steps[0]).toMatchObject({ role: 'system', content: 'You sell.' });
    expect(detected('json-list', record)).toBe('apigen-mt');
  });
});
