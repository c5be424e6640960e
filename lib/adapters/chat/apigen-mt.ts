/** APIGen-MT. */
import type { JsonObject } from '../json-value.ts';
import { chatAdapter, fits } from './chat-adapter.ts';
import { isSpoken, readShareGpt, saidBy } from './sharegpt.ts';

export const apigenMt = chatAdapter({
  name: 'apigen-mt',
  title: 'APIGen-MT',
  doc: 'Dialogues of a simulated customer with an agent of an airline or a shop: human, gpt, function_call and observation, with `system` and `tools` beside them, the tools as JSON in a string.',
  reference: 'APIGen-MT: Agentic Pipeline for Multi-Turn Data Generation via Simulated Agent-Human Interplay',
  expected: 'a list of messages in `conversations`',
  detect(sample) {
    if (!fits(sample, hasAll, (value) => saidBy(value, /^function_call$/).length > 0)) return null;
    return { confidence: 0.7, reason: 'function_call and observation, with `system` and `tools` beside them' };
  },
  read: (record) => readShareGpt(record),
});

function hasAll(value: JsonObject): boolean {
  return typeof value['system'] === 'string' && typeof value['tools'] === 'string' && isSpoken(value, 'from');
}
