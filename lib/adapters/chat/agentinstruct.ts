/** AgentInstruct (AgentTuning). */
import type { JsonObject } from '../json-value.ts';
import { chatAdapter, fits, recordId } from './chat-adapter.ts';
import { environmentTurns } from './environment-turns.ts';
import { isSpoken, readShareGpt, saidBy } from './sharegpt.ts';

const TASKS = /^(?:os|db|alfworld|webshop|kg|mind2web)_\d+$/;
const ACTIONS = /^(?:Think|Thought|THOUGHT):[\s\S]*^(?:Act|Action|ACTION):/m;

export const agentInstruct = chatAdapter({
  name: 'agentinstruct',
  title: 'AgentInstruct',
  doc: 'Runs of six environments as conversations. Calls are text only: `Think:`, `Act: bash` and fenced code, or `Action:`. The environment speaks as the user; one record may hold several problems. Observations hold terminal escapes.',
  reference: 'AgentTuning: Enabling Generalized Agent Abilities for LLMs (AgentInstruct)',
  expected: 'a list of messages in `conversations`',
  detect(sample) {
    if (!fits(sample, isRun, acts)) return null;
    return { confidence: 0.85, reason: 'ids such as os_1, and turns of `Think:` and `Act:`' };
  },
  read: (record) =>
    readShareGpt(record, {
      syntaxes: ['action'],
      after: (steps) =>
        environmentTurns(steps, (content) => !/^Now,? I will start a new problem/i.test(content.trim())),
    }),
});

function isRun(value: JsonObject): boolean {
  if (!TASKS.test(recordId(value) ?? '') || 'item_id' in value) return false;
  return isSpoken(value, 'role') || isSpoken(value, 'from');
}

function acts(value: JsonObject): boolean {
  return saidBy(value, /^(?:assistant|gpt)$/).some((text) => ACTIONS.test(text));
}
