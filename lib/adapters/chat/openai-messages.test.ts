import { describe, expect, it } from 'vitest';
import { pairObservations } from '../pairing.ts';
import { jsonSource } from '../text/json-source.ts';
import { openAiSteps } from './openai-messages.ts';

const only = (message: unknown) => openAiSteps([message])[0]!;

describe('openAiSteps', () => {
  it('keeps calls, ids and arguments as they are, and pairs by id', () => {
    const call = { id: 'c1', type: 'function', function: { name: 'find', arguments: '{"q":\t"é" }' } };
    const steps = pairObservations(
      openAiSteps([
        { role: 'developer', content: 'Be brief.' },
        { role: 'user', content: 'Find é' },
        { role: 'assistant', content: null, tool_calls: [call, { ...call, id: 'c2' }] },
        { role: 'tool', tool_call_id: 'c2', name: 'find', content: 'two' },
        { role: 'tool', tool_call_id: 'c1', content: 'one' },
      ]),
    );
    expect(steps.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool', 'tool']);
    expect(steps[2]).toMatchObject({ content: null, raw: null });
    expect(steps[2]!.calls[0]).toEqual({
      call: 0,
      source_call_id: 'c1',
      tool_name: 'find',
      api_id: null,
      arguments: '{"q":\t"é" }',
      syntax: 'openai',
      derived: false,
    });
    expect(steps[3]).toMatchObject({ content: 'two', call_step: 2, call: 1, pairing: 'id' });
    expect(steps[4]).toMatchObject({ call_step: 2, call: 0, pairing: 'id' });
  });

  it('reads the function calls of 2023', () => {
    const steps = pairObservations(
      openAiSteps([
        { role: 'assistant', content: 'Wait.', function_call: { name: 'f', arguments: '{}' } },
        { role: 'function', name: 'f', content: '{"ok": true}' },
      ]),
    );
    expect(steps[0]!.calls).toMatchObject([{ tool_name: 'f', arguments: '{}', syntax: 'function_call' }]);
    expect(steps[1]).toMatchObject({ role: 'tool', pairing: 'adjacent', call_step: 0 });
  });

  it.each<[string, unknown, object]>([
    [
      'an object of arguments',
      { tool_calls: [{ function: { name: 'f', arguments: { a: 1 } } }] },
      { arguments: '{"a":1}' },
    ],
    ['a flat call', { tool_calls: [{ id: 7, name: 'f', args: {} }] }, { arguments: '{}', source_call_id: '7' }],
    ['calls as JSON text', { tool_calls: '[{"function":{"name":"f","arguments":"x"}}]' }, { arguments: 'x' }],
    ['a custom tool', { tool_calls: [{ type: 'custom', custom: { name: 'f', input: 'ls' } }] }, { arguments: 'ls' }],
    ['no arguments', { tool_calls: [{ function: { name: 'f' } }] }, { arguments: null }],
  ])('reads %s', (_what, message, call) => {
    expect(only({ role: 'assistant', ...(message as object) }).calls).toMatchObject([{ tool_name: 'f', ...call }]);
  });

  it('takes arguments from the source text, where it is at hand', () => {
    const raw =
      '{"m": [0, {"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": {"n":  12345678901234567890}}}]}]}';
    const { m } = JSON.parse(raw) as { m: unknown[] };
    const source = jsonSource(raw);
    const steps = openAiSteps(m, { source: (path, value) => source(['m', ...path], value) });
    expect(steps[1]!.calls[0]!.arguments).toBe('{"n":  12345678901234567890}');
  });

  it('sorts the parts of a message', () => {
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } };
    const step = only({
      role: 'user',
      content: [{ type: 'text', text: 'a' }, image, { type: 'text', text: 'b', cache_control: { type: 'x' } }],
    });
    expect(step).toMatchObject({ content: 'a\nb', note: '2 texts of the message, joined by line breaks' });
    expect(JSON.parse(step.parts!)).toEqual([image, { type: 'text', cache_control: { type: 'x' } }]);
    expect(only({ role: 'user', content: [{ type: 'text', text: 'a' }] })).toMatchObject({ parts: null, note: null });
  });

  it('keeps reasoning, refusals, weights and measures apart from content', () => {
    const step = only({
      role: 'assistant',
      content: null,
      reasoning_content: 'hm',
      reasoning: 'hm',
      refusal: 'No.',
      weight: 0,
      usage: { total_tokens: 3 },
      name: 'critic',
    });
    expect(step).toMatchObject({ reasoning: 'hm', loss: false, agent: 'critic', content: null, raw: null });
    expect(JSON.parse(step.parts!)).toEqual([{ type: 'refusal', refusal: 'No.' }]);
    expect(JSON.parse(step.metrics!)).toEqual({ usage: { total_tokens: 3 } });
  });

  it('derives calls from text only where a message has none, and only from assistants', () => {
    const content = '<tool_call>{"name": "f", "arguments": {"a": 1}}</tool_call>';
    expect(only({ role: 'assistant', content })).toMatchObject({
      content,
      calls: [{ tool_name: 'f', arguments: '{"a": 1}', syntax: 'xml', derived: true }],
    });
    expect(only({ role: 'user', content }).calls).toEqual([]);
    expect(only({ role: 'assistant', content, function_call: { name: 'g', arguments: '' } }).calls).toMatchObject([
      { tool_name: 'g', arguments: '' },
    ]);
  });

  it('loses nothing of what it does not know', () => {
    const message = { role: 'narrator', content: 'x', mood: 'dark' };
    expect(only(message)).toMatchObject({
      role: 'user',
      note: 'role "narrator" in the source',
      raw: JSON.stringify(message),
    });
    expect(only('stray')).toMatchObject({ content: 'stray', note: expect.stringContaining('in place of a message') });
    expect(only(null).content).toBe('null');
    expect(only({ role: 'tool', content: { a: [1] } })).toMatchObject({
      content: '{"a":[1]}',
      content_type: 'application/json',
    });
  });
});
