/** Agent-FLAN. */
import { isObject, type JsonObject } from '../json-value.ts';
import { chatAdapter, fits, listIn } from './chat-adapter.ts';
import { environmentTurns } from './environment-turns.ts';
import { readShareGpt } from './sharegpt.ts';

/** Its conversations show failures of format as well, which the environment answers in its own words. */
const OBSERVATION = /^\s*(?:observation|response|the output of|execution result|feedback|error)\b/i;

export const agentFlan = chatAdapter({
  name: 'agent-flan',
  title: 'Agent-FLAN',
  doc: '`conversation` (in the singular) of `role`, `content` and `loss`. ToolBench and AgentInstruct, rewritten as talk: calls are text, as `Action:` or JSON.',
  reference: 'Agent-FLAN: Designing Data and Methods of Effective Agent Tuning for Large Language Models',
  expected: 'a list of messages in `conversation`',
  detect(sample) {
    if (!fits(sample, hasLoss)) return null;
    return { confidence: 0.85, reason: 'records have `conversation` of `role`, `content` and `loss`' };
  },
  read: (record) =>
    readShareGpt(record, {
      syntaxes: ['xml', 'react'],
      after: (steps) => environmentTurns(steps, (content) => OBSERVATION.test(content)),
    }),
});

function hasLoss(value: JsonObject): boolean {
  const messages = listIn(value, 'conversation');
  return messages !== null && messages.some((message) => isObject(message) && 'role' in message && 'loss' in message);
}
