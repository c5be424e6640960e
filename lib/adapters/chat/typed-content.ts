/** Messages whose content is a list of `{type, value}`: text, reasoning, tool_call. */
import { arrayOf, isObject, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { contentFields } from './content.ts';
import { callsOf } from './sharegpt-messages.ts';
import { callRecords, roleNamed, stepOf } from './steps.ts';

/** @returns whether a message has such content */
export function isTyped(message: unknown): boolean {
  const content = isObject(message) ? message['content'] : null;
  return (
    Array.isArray(content) && content.every((part: unknown) => isObject(part) && 'type' in part && 'value' in part)
  );
}

export function typedSteps(messages: readonly unknown[]): UnpairedStep[] {
  return messages.filter(isObject).map((message) => {
    const parts = arrayOf(message['content']);
    const calls = parts.filter(isCall).map((part) => callsOf(String(part['value'])));
    // A call that cannot be read stays among the parts.
    const rest = parts.filter((part) => !isCall(part) || callsOf(String(part['value'])) === null);
    const weight = message['loss_weight'];
    return stepOf(roleNamed(message['role']) ?? 'user', {
      ...contentFields(rest),
      calls: callRecords(calls.flatMap((found) => (found ?? []).map((call) => ({ ...call, syntax: 'typed' })))),
      loss: typeof weight === 'number' ? weight !== 0 : null,
    });
  });
}

function isCall(part: unknown): part is JsonObject {
  return isObject(part) && part['type'] === 'tool_call' && typeof part['value'] === 'string';
}
