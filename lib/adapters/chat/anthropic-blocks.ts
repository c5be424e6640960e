/** Messages as Anthropic's API has them: lists of typed blocks. */
import type { StepRole } from '../../corpus/index.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { contentFields, without } from './content.ts';
import { openAiSteps } from './openai-messages.ts';
import { argumentsText, callRecords, roleNamed, stepOf, type GivenCall } from './steps.ts';

/**
 * Steps in order; observations are not paired yet. Results travel in messages of the user: each becomes a step of its
 * own, and what else the message holds becomes steps of the message's role, before and after.
 * Format: Anthropic API reference, Messages (text, thinking, redacted_thinking, tool_use, tool_result, image, and the
 * server_ and mcp_ kinds).
 */
export function anthropicSteps(messages: readonly unknown[]): UnpairedStep[] {
  return messages.flatMap((message) => {
    if (!isObject(message)) return openAiSteps([message]);
    const role = roleNamed(message['role']) ?? 'user';
    const content = message['content'];
    if (!Array.isArray(content)) return [stepOf(role, contentFields(content))];
    return stepsOfBlocks(role, content);
  });
}

function stepsOfBlocks(role: StepRole, blocks: readonly unknown[]): UnpairedStep[] {
  const steps: UnpairedStep[] = [];
  let pending: unknown[] = [];
  const flush = () => {
    if (pending.length > 0) steps.push(messageStep(role, pending));
    pending = [];
  };
  for (const block of blocks) {
    if (!isResult(block)) pending.push(block);
    else {
      flush();
      steps.push(resultStep(block));
    }
  }
  flush();
  // A message without blocks is a message all the same.
  return steps.length === 0 ? [stepOf(role, { content: null })] : steps;
}

function typeOf(block: unknown): string {
  return isObject(block) && typeof block['type'] === 'string' ? block['type'] : '';
}

function isResult(block: unknown): block is JsonObject {
  return typeOf(block).endsWith('tool_result');
}

function isCall(block: unknown): block is JsonObject & { readonly name: string } {
  return typeOf(block).endsWith('tool_use') && isObject(block) && typeof block['name'] === 'string';
}

function messageStep(role: StepRole, blocks: readonly unknown[]): UnpairedStep {
  const calls = blocks.filter(isCall);
  const rest = blocks.flatMap((block) => (isCall(block) ? (without(block, ['id', 'name', 'input']) ?? []) : [block]));
  const fields = contentFields(rest);
  return stepOf(role, { ...fields, calls: callRecords(calls.map(callOf)) });
}

function callOf(block: JsonObject & { readonly name: string }): GivenCall {
  return {
    id: textOf(block['id']),
    name: block.name,
    arguments: argumentsText(block['input']),
    syntax: 'anthropic',
  };
}

function resultStep(block: JsonObject): UnpairedStep {
  return stepOf('tool', {
    ...contentFields(block['content']),
    answers: textOf(block['tool_use_id']),
    is_error: block['is_error'] === true,
  });
}
