/** The calls that BFCL expects, from its files of possible answers. */
import type { JSONPath } from 'jsonc-parser';
import type { SourceRecord } from '../adapter.ts';
import type { GoldCall, ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, stringsOf, type JsonObject } from '../json-value.ts';
import { jsonSource, type JsonSource } from '../text/json-source.ts';
import { parsePythonCalls, type PythonCall } from '../text/python.ts';

export interface ExpectedCall {
  readonly gold: GoldCall & { readonly turn: number };
  /** Arguments as a call of a step has them: verbatim where the source writes Python. */
  readonly arguments: string;
  /** calls.syntax */
  readonly syntax: 'bfcl' | 'python';
  /** What was not taken as it stands, for people. */
  readonly note: string | null;
}

const CHOSEN = 'Expected calls, which nobody made; each argument is the first accepted value.';
const PYTHON = 'Expected calls, which nobody made.';
const NAMED = 'Expected calls, which nobody made; positional arguments are named as the documentation orders them.';

/**
 * `ground_truth` is a list of `{function: {argument: [accepted]}}`, a list of calls in Python, or a list of such lists,
 * one a turn. Questions of some categories have an answer in words instead.
 * @param answer record of possible_answer
 * @param tools functions that the question declares
 * @returns calls in order; null where some part is no call
 */
export function expectedCalls(answer: SourceRecord, tools: readonly ToolDeclaration[]): ExpectedCall[] | null {
  const source = jsonSource(answer.raw);
  const calls = arrayOf(objectOf(answer.value)['ground_truth']).map((entry, at) => {
    if (isObject(entry)) return Object.entries(entry).map((one) => acceptedCall(one, at, source, tools));
    return typeof entry === 'string' ? pythonCalls([entry], 0, tools) : pythonCalls(entry, at, tools);
  });
  return calls.every((found) => found !== null) ? calls.flat() : null;
}

function acceptedCall(
  [name, accepted]: readonly [string, unknown],
  at: number,
  source: JsonSource,
  tools: readonly ToolDeclaration[],
): ExpectedCall {
  const path = ['ground_truth', at, name];
  const required = stringsOf(objectOf(tools.find((tool) => tool.name === name)?.parameters)['required']);
  const text = objectText(objectOf(accepted), path, source, new Set(required));
  const gold = { turn: 0, name, arguments: text, accepted: source(path, accepted) };
  return { gold, arguments: text, syntax: 'bfcl', note: CHOSEN };
}

/** Members are lists of accepted values, at every level (BFCL, ast_checker.py: dict_checker). */
function objectText(
  accepted: JsonObject,
  path: JSONPath,
  source: JsonSource,
  required: ReadonlySet<string> = new Set(),
): string {
  const members = Object.entries(accepted).flatMap(([name, values]) => {
    const text = firstText(values, [...path, name], source) ?? (required.has(name) ? '""' : null);
    return text === null ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join(',')}}`;
}

/** @returns the first value that is accepted; null where there is only "", which stands for leaving it out */
function firstText(values: unknown, path: JSONPath, source: JsonSource): string | null {
  if (!Array.isArray(values)) return source(path, values);
  // Nothing is accepted: an empty list was meant, without the list around it.
  if (values.length === 0) return '[]';
  const at = values.findIndex((value) => value !== '');
  return at < 0 ? null : valueText(values[at], [...path, at], source);
}

function valueText(value: unknown, path: JSONPath, source: JsonSource): string {
  if (isObject(value)) return objectText(value, path, source);
  if (!Array.isArray(value) || !value.some(isObject)) return source(path, value);
  return `[${value.map((item: unknown, at) => valueText(item, [...path, at], source)).join(',')}]`;
}

function pythonCalls(texts: unknown, turn: number, tools: readonly ToolDeclaration[]): ExpectedCall[] | null {
  if (!Array.isArray(texts)) return null;
  const calls = texts.map((text: unknown) => (typeof text === 'string' ? parsePythonCalls(text) : null));
  return calls.every((found) => found !== null) ? calls.flat().map((call) => pythonCall(call, turn, tools)) : null;
}

function pythonCall(call: PythonCall, turn: number, tools: readonly ToolDeclaration[]): ExpectedCall {
  const { name, args, argumentsText } = call;
  const parameters = objectOf(tools.find((tool) => tool.name === name)?.parameters);
  const order = Object.keys(objectOf(parameters['properties']));
  const named = args.map((arg, at) => ({ ...arg, name: arg.name ?? order[at] ?? null }));
  const isNamed = named.every((arg) => arg.name !== null && arg.json !== null);
  const json = `{${named.map((arg) => `${JSON.stringify(arg.name)}:${arg.json}`).join(',')}}`;
  const asWritten = !isNamed || args.every((arg) => arg.name !== null);
  return {
    gold: { turn, name, arguments: isNamed ? json : argumentsText, accepted: null },
    arguments: asWritten ? argumentsText : json,
    syntax: 'python',
    note: asWritten ? PYTHON : NAMED,
  };
}
