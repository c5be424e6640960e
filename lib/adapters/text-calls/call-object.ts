/** `{"name": …, "arguments": …}` in text, as JSON or as a Python dict, without taking the arguments apart. */
import { parsePythonLiteral } from '../text/python.ts';
import { bracketed } from '../text/python-scan.ts';

export interface CallObject {
  readonly name: string;
  readonly arguments: string | null;
  readonly end: number;
}

const KEY = /^\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*:\s*/;

const NAMES = ['name', 'function', 'tool', 'tool_name'];
const ARGUMENTS = ['arguments', 'parameters', 'args', 'kwargs', 'input'];

/**
 * @param open offset of `{`
 * @returns the call, its arguments as written: an object's own text, or what a string holds; null where there is none
 */
export function callObject(text: string, open: number): CallObject | null {
  const object = bracketed(text, open);
  if (object === null) return null;
  const entries = new Map<string, string>();
  for (const [from, to] of object.items) {
    const item = text.slice(from, to);
    const key = KEY.exec(item);
    if (key !== null) entries.set(key[1] ?? key[2]!, item.slice(key[0].length).trim());
  }
  const nested = NAMES.map((key) => entries.get(key)).find((value) => value !== undefined);
  // OpenAI's own form has both within `function`.
  if (nested?.startsWith('{')) return withEnd(callObject(nested, 0), object.end);
  const name = nested === undefined ? null : textOf(nested);
  if (name === null || name === '') return null;
  const given = ARGUMENTS.map((key) => entries.get(key)).find((value) => value !== undefined);
  return { name, arguments: given === undefined ? null : (textOf(given) ?? given), end: object.end };
}

function withEnd(call: CallObject | null, end: number): CallObject | null {
  return call === null ? null : { ...call, end };
}

/** What a string literal of JSON or Python holds; null for anything else. */
function textOf(value: string): string | null {
  if (value.startsWith('"')) {
    try {
      const parsed: unknown = JSON.parse(value);
      if (typeof parsed === 'string') return parsed;
    } catch {
      // Python has escapes that JSON does not.
    }
  }
  if (!/^[A-Za-z]{0,2}['"]/.test(value)) return null;
  const literal = parsePythonLiteral(value);
  return literal.ok && typeof literal.value === 'string' ? literal.value : null;
}
