/** CodeActInstruct. */
import type { JsonObject } from '../json-value.ts';
import { chatAdapter, fits } from './chat-adapter.ts';
import { environmentTurns } from './environment-turns.ts';
import { isSpoken, readShareGpt, saidBy } from './sharegpt.ts';

export const codeAct = chatAdapter({
  name: 'codeact',
  title: 'CodeActInstruct',
  doc: 'Actions are Python between `<execute>` tags, and answers stand between `<solution>` tags. The interpreter speaks as the user, after `Observation:`.',
  reference: 'Executable Code Actions Elicit Better LLM Agents (CodeActInstruct)',
  expected: 'a list of messages in `conversations`',
  detect(sample) {
    if (!fits(sample, (value) => isSpoken(value, 'role') || isSpoken(value, 'from'), executes)) return null;
    return { confidence: 0.7, reason: 'assistants write `<execute>` tags' };
  },
  read: (record) =>
    readShareGpt(record, {
      syntaxes: ['execute'],
      after: (steps) => environmentTurns(steps, (content) => /^\s*Observation:/.test(content)),
    }),
});

function executes(value: JsonObject): boolean {
  return saidBy(value, /^(?:assistant|gpt)$/).some((text) => text.includes('</execute>'));
}
