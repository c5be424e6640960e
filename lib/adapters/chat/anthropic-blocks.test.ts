import { describe, expect, it } from 'vitest';
import { pairObservations } from '../pairing.ts';
import { jsonSource } from '../text/json-source.ts';
import { anthropicSteps } from './anthropic-blocks.ts';

describe('anthropicSteps', () => {
  it('makes steps of their own of results that travel with the user', () => {
    const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AA==' } };
    const steps = pairObservations(
      anthropicSteps([
        { role: 'user', content: 'Read it' },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'First.', signature: 'sig' },
            { type: 'redacted_thinking', data: 'xyz' },
            { type: 'text', text: 'Reading.' },
            { type: 'tool_use', id: 'a', name: 'Read', input: { path: 'x' } },
            { type: 'tool_use', id: 'b', name: 'Look', input: {} },
          ],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'b', content: [{ type: 'text', text: 'seen' }, image] },
            { type: 'tool_result', tool_use_id: 'a', content: 'no such file', is_error: true },
            { type: 'text', text: 'And now?' },
          ],
        },
      ]),
    );
    expect(steps.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'Read it'],
      ['assistant', 'Reading.'],
      ['tool', 'seen'],
      ['tool', 'no such file'],
      ['user', 'And now?'],
    ]);
    expect(steps[1]).toMatchObject({
      reasoning: 'First.',
      calls: [{ arguments: '{"path":"x"}' }, { tool_name: 'Look' }],
    });
    expect(JSON.parse(steps[1]!.parts!)).toEqual([
      { type: 'thinking', signature: 'sig' },
      { type: 'redacted_thinking', data: 'xyz' },
    ]);
    expect(steps[2]).toMatchObject({
      call_step: 1,
      call: 1,
      pairing: 'id',
      is_error: false,
      parts: JSON.stringify([image]),
    });
    expect(steps[3]).toMatchObject({ call_step: 1, call: 0, is_error: true });
  });

  it('keeps the order of calls and results that a server makes within one message', () => {
    const steps = anthropicSteps([
      {
        role: 'assistant',
        content: [
          { type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'q' } },
          { type: 'web_search_tool_result', tool_use_id: 's', content: [{ type: 'web_search_result', url: 'u' }] },
          { type: 'text', text: 'Found.', citations: [{ url: 'u' }] },
        ],
      },
    ]);
    expect(steps.map(({ role }) => role)).toEqual(['assistant', 'tool', 'assistant']);
    expect(steps[1]!.parts).toBe('[{"type":"web_search_result","url":"u"}]');
    expect(steps[2]!.parts).toBe('[{"type":"text","citations":[{"url":"u"}]}]');
  });

  it('takes input from the source text, where it is at hand', () => {
    const raw =
      '[{"role": "assistant", "content": [{"type": "tool_use", "id": "a", "name": "f", "input": {"n": 1.0}}]}]';
    const [step] = anthropicSteps(JSON.parse(raw) as unknown[], { source: jsonSource(raw) });
    expect(step!.calls[0]!.arguments).toBe('{"n": 1.0}');
  });

  it('keeps messages that say nothing, and what is none', () => {
    expect(anthropicSteps([{ role: 'assistant', content: [] }, 'x'])).toMatchObject([
      { role: 'assistant', content: null },
      { content: 'x' },
    ]);
  });
});
