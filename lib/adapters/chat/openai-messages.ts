/** Messages as OpenAI's chat completions have them, and what others added to them. */
import { arrayOf, isObject, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { JsonSource } from '../text/json-source.ts';
import { PLAIN_SYNTAXES, type CallSyntax } from '../text-calls/index.ts';
import { contentFields, joined, partsText } from './content.ts';
import {
  argumentsText,
  asJson,
  callRecords,
  derivedCalls,
  idOf,
  parsedIfJson,
  roleNamed,
  sourceWithin,
  stepOf,
  type GivenCall,
} from './steps.ts';

export interface MessageOptions {
  /** Syntaxes of calls in text, where a message has none in a field. */
  readonly syntaxes?: readonly CallSyntax[];
  /** Text that values of the list were read from, by their path in it; without it they are written as JSON anew. */
  readonly source?: JsonSource;
}

/** Fields that columns of the step hold; a message with others is kept as it is in `raw`. */
const HELD = new Set([
  'role',
  'content',
  'tool_calls',
  'function_call',
  'tool_call_id',
  'name',
  'reasoning_content',
  'reasoning',
  'thinking',
  'refusal',
  'weight',
  'loss',
  'timestamp',
  'usage',
  'logprobs',
]);

/**
 * One step for each message, in order; observations are not paired yet.
 * Format: OpenAI API reference, chat completions (`tool_calls`, and `function_call` of 2023); reasoning as DeepSeek, vLLM
 * and OpenRouter return it.
 */
export function openAiSteps(messages: readonly unknown[], options: MessageOptions = {}): UnpairedStep[] {
  const { syntaxes = PLAIN_SYNTAXES, source = asJson } = options;
  return messages.map((message, position) =>
    isObject(message) ? messageStep(message, syntaxes, sourceWithin(source, position)) : strayStep(message),
  );
}

/** What stands in a list of messages and is none. */
function strayStep(value: unknown): UnpairedStep {
  const content = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return stepOf('user', { content, note: 'the source has this in place of a message' });
}

function messageStep(message: JsonObject, syntaxes: readonly CallSyntax[], source: JsonSource): UnpairedStep {
  const role = roleNamed(message['role']);
  const fields = contentFields(message['content'], sourceWithin(source, 'content'));
  const given = givenCalls(message, source);
  const asserts = role === 'assistant' && given.length === 0;
  const notes = [role === null ? `role ${JSON.stringify(message['role'] ?? null)} in the source` : null, fields.note];
  return stepOf(role ?? 'user', fields, {
    reasoning: joined([...reasonings(message), ...(fields.reasoning === null ? [] : [fields.reasoning])]),
    calls: asserts ? derivedCalls(fields.content, syntaxes) : callRecords(given),
    parts: withRefusal(fields.parts, message['refusal']),
    answers: role === 'tool' ? idOf(message['tool_call_id']) : null,
    agent: role === 'tool' ? null : textOf(message['name']),
    loss: lossOf(message),
    at: textOf(message['timestamp']),
    metrics: metricsOf(message),
    note: notes.filter((note) => note !== null).join('; ') || null,
    raw: Object.keys(message).some((key) => !HELD.has(key) && message[key] !== null) ? JSON.stringify(message) : null,
  });
}

function reasonings(message: JsonObject): string[] {
  // Several servers send the same thought under two names.
  const found = ['reasoning_content', 'reasoning', 'thinking'].flatMap((key) => textOf(message[key]) ?? []);
  return [...new Set(found)];
}

function withRefusal(parts: string | null, refusal: unknown): string | null {
  const text = textOf(refusal);
  if (text === null) return parts;
  return partsText([...(JSON.parse(parts ?? '[]') as unknown[]), { type: 'refusal', refusal: text }]);
}

function lossOf(message: JsonObject): boolean | null {
  const flag = message['loss'] ?? message['weight'];
  if (typeof flag === 'boolean') return flag;
  return typeof flag === 'number' ? flag !== 0 : null;
}

function metricsOf(message: JsonObject): string | null {
  const measured = ['usage', 'logprobs'].filter((key) => isObject(message[key]));
  return measured.length === 0 ? null : JSON.stringify(Object.fromEntries(measured.map((key) => [key, message[key]])));
}

/** @returns calls of the fields `tool_calls` and `function_call` of a message */
function givenCalls(message: JsonObject, source: JsonSource): GivenCall[] {
  const [calls, callsSource] = field(message, 'tool_calls', source);
  const listed = arrayOf(calls).flatMap((call, at) => toolCall(call, sourceWithin(callsSource, at)) ?? []);
  const [single, singleSource] = field(message, 'function_call', source);
  const name = isObject(single) ? single['name'] : null;
  if (!isObject(single) || typeof name !== 'string') return listed;
  const given = argumentsText(single['arguments'], ['arguments'], singleSource);
  return [...listed, { name, arguments: given, syntax: 'function_call' }];
}

/** A field's value, which may be JSON in a string; then its parts have no source text of their own. */
function field(message: JsonObject, key: string, source: JsonSource): [unknown, JsonSource] {
  const value = message[key];
  return typeof value === 'string' ? [parsedIfJson(value), asJson] : [value, sourceWithin(source, key)];
}

const INNER = ['function', 'custom'];
const NAME = ['name', 'function', 'tool_name'];
const ARGUMENTS = ['arguments', 'args', 'input', 'parameters'];

/** `{id, function: {name, arguments}}`, `{id, custom: {name, input}}`, or flat: `{id, name | function, arguments | args}`. */
function toolCall(call: unknown, source: JsonSource): GivenCall | null {
  if (!isObject(call)) return null;
  const innerKey = INNER.find((key) => isObject(call[key]));
  const inner = innerKey === undefined ? call : (call[innerKey] as JsonObject);
  const name = NAME.map((key) => inner[key]).find((value) => typeof value === 'string');
  if (typeof name !== 'string') return null;
  const key = ARGUMENTS.find((one) => inner[one] !== undefined && inner[one] !== null) ?? 'arguments';
  const path = innerKey === undefined ? [key] : [innerKey, key];
  const given = argumentsText(inner[key], path, source);
  return { id: idOf(call['id'] ?? call['tool_call_id']), name, arguments: given, syntax: 'openai' };
}
