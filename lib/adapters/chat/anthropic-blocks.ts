/** Messages as Anthropic's API has them: lists of typed blocks. */
import type { StepRole } from '../../corpus/index.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { JsonSource } from '../text/json-source.ts';
import { contentFields, without } from './content.ts';
import { openAiSteps, type MessageOptions } from './openai-messages.ts';
import { argumentsText, asJson, callRecords, roleNamed, sourceWithin, stepOf, type GivenCall } from './steps.ts';

/**
 * Steps in order; observations are not paired yet. Results travel in messages of the user: each becomes a step of its
 * own, and what else the message holds becomes steps of the message's role, before and after.
 * Format: Anthropic API reference, Messages (text, thinking, redacted_thinking, tool_use, tool_result, image, and the
 * server_ and mcp_ kinds).
 */
export function anthropicSteps(
  messages: readonly unknown[],
  { source = asJson }: Pick<MessageOptions, 'source'> = {},
): UnpairedStep[] {
  return messages.flatMap((message, position) => {
    if (!isObject(message)) return openAiSteps([message]);
    const role = roleNamed(message['role']) ?? 'user';
    const content = message['content'];
    if (!Array.isArray(content)) return [stepOf(role, contentFields(content))];
    return stepsOfBlocks(role, content, sourceWithin(source, position, 'content'));
  });
}

/** A block, with the text that it was read from. */
interface Placed {
  readonly block: unknown;
  readonly source: JsonSource;
}

function stepsOfBlocks(role: StepRole, blocks: readonly unknown[], source: JsonSource): UnpairedStep[] {
  const steps: UnpairedStep[] = [];
  let pending: Placed[] = [];
  const flush = () => {
    if (pending.length > 0) steps.push(messageStep(role, pending));
    pending = [];
  };
  for (const [at, block] of blocks.entries()) {
    const within = sourceWithin(source, at);
    if (!isResult(block)) pending.push({ block, source: within });
    else {
      flush();
      steps.push(resultStep(block, within));
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

function messageStep(role: StepRole, placed: readonly Placed[]): UnpairedStep {
  const rest = placed.flatMap(({ block }) =>
    isCall(block) ? (without(block, ['id', 'name', 'input']) ?? []) : [block],
  );
  const calls = placed.flatMap(({ block, source }) => (isCall(block) ? [callOf(block, source)] : []));
  return stepOf(role, { ...contentFields(rest), calls: callRecords(calls) });
}

function callOf(block: JsonObject & { readonly name: string }, source: JsonSource): GivenCall {
  const given = argumentsText(block['input'], ['input'], source);
  return { id: textOf(block['id']), name: block.name, arguments: given, syntax: 'anthropic' };
}

function resultStep(block: JsonObject, source: JsonSource): UnpairedStep {
  return stepOf('tool', {
    ...contentFields(block['content'], sourceWithin(source, 'content')),
    answers: textOf(block['tool_use_id']),
    is_error: block['is_error'] === true,
  });
}
