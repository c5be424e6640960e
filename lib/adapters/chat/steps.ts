/** Steps and calls of message lists, whatever their dialect. */
import type { JSONPath } from 'jsonc-parser';
import type { StepRole } from '../../corpus/index.ts';
import { textOf } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { EMPTY_STEP, type CallRecord } from '../records.ts';
import type { JsonSource } from '../text/json-source.ts';
import { deriveCalls, type CallSyntax } from '../text-calls/index.ts';

const ROLES: Readonly<Record<string, StepRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  gpt: 'assistant',
  ai: 'assistant',
  bot: 'assistant',
  model: 'assistant',
  agent: 'assistant',
  chatgpt: 'assistant',
  function_call: 'assistant',
  tool_call: 'assistant',
  tool_calls: 'assistant',
  tool: 'tool',
  function: 'tool',
  observation: 'tool',
  function_response: 'tool',
  function_results: 'tool',
  tool_response: 'tool',
  tool_result: 'tool',
  tool_results: 'tool',
  ipython: 'tool',
  environment: 'tool',
};

/** @returns the role that a name of any dialect stands for; null where it is not one of them */
export function roleNamed(name: unknown): StepRole | null {
  return typeof name === 'string' ? (ROLES[name.trim().toLowerCase().replaceAll(/[ -]/g, '_')] ?? null) : null;
}

/**
 * There is one for each message of a corpus: assigning is several times faster than spreading.
 * @returns a step of a role, with what is known of it
 */
export function stepOf(role: StepRole, ...known: readonly Partial<UnpairedStep>[]): UnpairedStep {
  return Object.assign({}, EMPTY_STEP, { role }, ...known) as UnpairedStep;
}

/** A call as a source has it, its place in the step apart. */
export interface GivenCall {
  readonly id?: string | null;
  readonly name: string;
  readonly arguments: string | null;
  readonly syntax: string;
  readonly derived?: boolean;
}

export function callRecords(calls: readonly GivenCall[]): CallRecord[] {
  return calls.map((call, position) => ({
    call: position,
    source_call_id: call.id ?? null,
    tool_name: call.name,
    api_id: null,
    arguments: call.arguments,
    syntax: call.syntax,
    derived: call.derived ?? false,
  }));
}

/** @returns calls that hide in a text, marked as derived */
export function derivedCalls(text: string | null, syntaxes: readonly CallSyntax[]): CallRecord[] {
  if (text === null || syntaxes.length === 0) return [];
  return callRecords(deriveCalls(text, syntaxes).map((call) => ({ ...call, derived: true })));
}

/**
 * @param source text of a value that is no string, where it is at hand: its spacing and long numbers survive there
 * @returns arguments as text, verbatim; null where there are none
 */
export function argumentsText(value: unknown, path: JSONPath = [], source: JsonSource = asJson): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : source(path, value);
}

/** For values whose source text is not at hand. */
export const asJson: JsonSource = (_path, value) => JSON.stringify(value);

/** @returns texts of parts of a part */
export function sourceWithin(source: JsonSource, ...prefix: JSONPath): JsonSource {
  return source === asJson ? asJson : (path, value) => source([...prefix, ...path], value);
}

/** @returns an id as text; null where there is none */
export function idOf(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : textOf(value);
}

/** @returns a value that some sources write as JSON text, Parquet files above all; the value itself where it is none */
export function parsedIfJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
