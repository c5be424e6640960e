/** AgentTraj-L (AgentGym). */
import { isObject, type JsonObject } from '../json-value.ts';
import { chatAdapter, fits } from './chat-adapter.ts';
import { environmentTurns } from './environment-turns.ts';
import { isSpoken, readShareGpt, spokenIn } from './sharegpt.ts';

export const agentTraj = chatAdapter({
  name: 'agenttraj',
  title: 'AgentTraj-L (AgentGym)',
  doc: 'Runs in the environments of AgentGym: `Thought:` and `Action:` in text, and an action is often free text. `loss` is null for the environment, which speaks as the human, and a boolean for the agent.',
  reference: 'AgentGym: Evolving Large Language Model-based Agents across Diverse Environments (AgentTraj-L)',
  expected: 'a list of messages in `conversations`',
  detect(sample) {
    if (!fits(sample, isRun, hasLoss)) return null;
    return { confidence: 0.9, reason: 'records have `item_id`, and messages have `loss`' };
  },
  // The environment explains itself and is told "OK" before the first action; every turn after an action answers it.
  read: (record) => readShareGpt(record, { syntaxes: ['action'], after: (steps) => environmentTurns(steps) }),
});

function isRun(value: JsonObject): boolean {
  return typeof value['item_id'] === 'string' && isSpoken(value, 'from');
}

function hasLoss(value: JsonObject): boolean {
  return (spokenIn(value) ?? []).some((message) => isObject(message) && 'loss' in message);
}
