/** Reads the text of a call's arguments, and says what had to be done to it. */
import { jsonrepair } from 'jsonrepair';
import { isObject, type JsonObject } from '../adapters/json-value.ts';
import { argumentsAsJson } from '../adapters/text-calls/index.ts';
import type { ArgumentStatus } from '../corpus/index.ts';
import { takesText } from './syntaxes.ts';
import { completed, textTokens } from './text-tokens.ts';

export interface ReadArguments {
  readonly status: ArgumentStatus;
  /** The arguments by name; null where they have no names, or cannot be read. */
  readonly values: JsonObject | null;
  /** What is wrong with the text, for people; null where nothing is. */
  readonly fault: string | null;
  /** Whether these are all arguments: the end of a text that lacks its closing bracket may be lost. */
  readonly isWhole: boolean;
}

/** Longer texts are not repaired: what is broken at that length was cut, or never was JSON. */
const REPAIR_LIMIT = 200_000;

/** Syntaxes that write arguments in a way of their own. */
const OWN_WRITING = new Set(['brackets', 'code', 'function-tag', 'python']);
/** What JSON has not: without it, what Python would read is JSON with a mistake, such as a comma too many. */
const PYTHON = /['(]|\b(?:True|False|None)\b/;

const NOTHING: ReadArguments = { status: 'none', values: null, fault: null, isWhole: true };
const EMPTY: ReadArguments = { ...NOTHING, values: {} };

/**
 * @param text arguments, verbatim; null where the source has none, which is not the same as an empty text
 * @param syntax how the call was written (calls.syntax)
 */
export function readArguments(text: string | null, syntax: string): ReadArguments {
  if (text === null) return NOTHING;
  if (text.trim() === '') return EMPTY;
  const parsed = parse(text);
  if (parsed !== undefined) return ofValue(parsed);
  const otherwise = argumentsAsJson(text, syntax);
  if (otherwise !== null && (OWN_WRITING.has(syntax) || PYTHON.test(text)))
    return { ...ofValue(parse(otherwise.json)), status: otherwise.status };
  if (!/^\s*[{['"]/.test(text)) return takesText(syntax) ? NOTHING : invalid('The arguments are not JSON.');
  return broken(text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function ofValue(value: unknown): ReadArguments {
  if (isObject(value)) return { ...NOTHING, status: 'ok', values: value };
  const inner = typeof value === 'string' ? parse(value) : undefined;
  if (isObject(inner)) return repaired(inner, 'they are JSON within a JSON string', true);
  // A list, or a single value: arguments without names.
  return value === null ? NOTHING : { ...NOTHING, status: 'ok' };
}

function broken(text: string): ReadArguments {
  const read = text.length > REPAIR_LIMIT ? null : textTokens(text);
  if (read === null) return invalid('The arguments are not JSON.');
  if (read.isCut) {
    return { ...NOTHING, status: 'truncated', fault: 'The arguments end in the middle of a value.', isWhole: false };
  }
  const value = repair(text);
  const wanted = completed(read);
  const found = value === undefined ? null : textTokens(JSON.stringify(value)).tokens;
  const isSame = found?.length === wanted.length && found.every((token, at) => sameToken(token, wanted[at]!));
  return isSame && isObject(value)
    ? repaired(value, 'quotes, commas or closing brackets were mended', read.missing.length === 0)
    : invalid('The arguments are not JSON, and there is no one way to repair them.');
}

/** Numbers may be written in several ways. */
function sameToken(a: string, b: string): boolean {
  return a === b || (a.startsWith('.') && b.startsWith('.') && Number(a.slice(1)) === Number(b.slice(1)));
}

function repair(text: string): unknown {
  try {
    return parse(jsonrepair(text));
  } catch {
    return undefined;
  }
}

function repaired(values: JsonObject, how: string, isWhole: boolean): ReadArguments {
  const fault = `The arguments are not JSON as they stand; they could be repaired: ${how}.`;
  return { status: 'repaired', values, fault, isWhole };
}

function invalid(fault: string): ReadArguments {
  return { ...NOTHING, status: 'invalid', fault };
}
