/** SWE-agent runs as Nebius publishes them. */
import { chatAdapter, fits, listIn } from '../chat/chat-adapter.ts';
import { environmentTurns } from '../chat/environment-turns.ts';
import { callRecords, roleNamed, stepOf } from '../chat/steps.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { boundedRest } from './bounded-rest.ts';
import { shellCall } from './shell-call.ts';

const HELD = ['trajectory', 'instance_id', 'model_name', 'exit_status'];

export const nebiusSweAgent = chatAdapter({
  name: 'nebius-swe-agent',
  title: 'SWE-agent trajectories of Nebius',
  doc: 'Turns of `system_prompt` or `text`. The command stands in the fenced block that ends a turn of `ai`; what the user says next is its output. `target` says whether the patch passed.',
  reference: 'SWE-agent-trajectories, dataset card of Nebius',
  expected: '`trajectory` with turns of `role` and `text`',
  detect(sample) {
    if (!fits(sample, (value) => (listIn(value, 'trajectory') ?? []).some(isTurn))) return null;
    return { confidence: 0.95, reason: '`trajectory` has turns of `role`, `text` and `system_prompt`' };
  },
  read({ value }) {
    const turns = isObject(value) ? listIn(value, 'trajectory') : null;
    if (!isObject(value) || turns === null) return null;
    return {
      record_id: textOf(value['instance_id']),
      kind: 'rollout',
      model: textOf(value['model_name']),
      outcome: outcomeOf(value),
      metadata: boundedRest(value, HELD),
      steps: environmentTurns(turns.filter(isObject).map(stepOfTurn)),
    };
  },
});

function isTurn(turn: unknown): boolean {
  return isObject(turn) && 'role' in turn && 'text' in turn && 'system_prompt' in turn;
}

function outcomeOf({ target, exit_status }: JsonObject): string | null {
  if (typeof target === 'boolean') return target ? 'success' : 'failure';
  return textOf(exit_status);
}

function stepOfTurn({ role, text, system_prompt, mask, cutoff_date }: JsonObject): UnpairedStep {
  const content = [text, system_prompt].find((one) => typeof one === 'string') ?? null;
  const said = roleNamed(role) ?? 'user';
  const command = said === 'assistant' ? lastFenced(String(content)) : undefined;
  const calls = command === undefined ? [] : shellCall(command).map((call) => ({ ...call, derived: true }));
  const rest = { mask, cutoff_date };
  return stepOf(said, { content: content as string | null, calls: callRecords(calls), metrics: JSON.stringify(rest) });
}

/** @returns what stands in the fenced block that a text ends with */
function lastFenced(text: string): string | undefined {
  const lines = text.trimEnd().split('\n');
  if (lines.pop()?.trim() !== '```') return undefined;
  const opening = lines.findLastIndex((line) => line.startsWith('```'));
  return opening < 0 ? undefined : lines.slice(opening + 1).join('\n');
}
