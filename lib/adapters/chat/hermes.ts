/** Hermes function calling. */
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import { chatAdapter, fits } from './chat-adapter.ts';
import { toolsInPrompt } from './declared-tools.ts';
import { isSpoken, readShareGpt, saidBy } from './sharegpt.ts';

export const hermes = chatAdapter({
  name: 'hermes',
  title: 'Hermes function calling',
  doc: 'The system prompt declares tools between `<tools>` tags; the model calls with `<tool_call>`, several at once, and is answered with `<tool_response>`. JSON or a Python dict stands between the tags.',
  reference: 'NousResearch, hermes-function-calling-v1',
  expected: 'a list of messages in `conversations`',
  detect(sample) {
    if (!fits(sample, (value) => isSpoken(value, 'from') || isSpoken(value, 'role'), hasTags)) return null;
    return { confidence: 0.75, reason: 'messages hold `<tools>` or `<tool_call>`' };
  },
  read(record) {
    const read = readShareGpt(record, { syntaxes: ['xml'] });
    if (read === null || !isObject(record.value)) return null;
    const prompt = read.steps.find(({ role }) => role === 'system')?.content ?? null;
    const declared = prompt?.includes('<tools>') === true ? toolsInPrompt(prompt) : null;
    return { ...read, domain: textOf(record.value['category']), tools: declared ?? read.tools ?? null };
  },
});

function hasTags(value: JsonObject): boolean {
  return (
    saidBy(value, /^system$/).some((text) => text.includes('<tools>')) ||
    saidBy(value, /^(?:gpt|assistant)$/).some((text) => text.includes('</tool_call>'))
  );
}
