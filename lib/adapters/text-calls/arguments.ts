/** Arguments of a call as JSON, whatever syntax they were written in. */
import { parsePythonCalls, parsePythonLiteral, type PythonArgument } from '../text/python.ts';

export interface ReadArguments {
  /** JSON text of an object; of a list where arguments of Python have no names. */
  readonly json: string;
  /** `ok`: they were JSON; `python`: they were something else, and could be read as exactly one thing. */
  readonly status: 'ok' | 'python';
}

const PARAMETER = /<parameter=([^>]+)>\n?((?:(?!<parameter=)[\s\S])*?)\n?<\/parameter>/g;

/**
 * @param text arguments as a call has them, verbatim
 * @param syntax calls.syntax
 * @returns them as JSON; null where they are neither JSON nor anything that is known of the syntax
 */
export function argumentsAsJson(text: string, syntax: string): ReadArguments | null {
  if (isJsonObject(text)) return { json: text, status: 'ok' };
  const json = (READERS.get(syntax) ?? literal)(text);
  if (json === null && (syntax === 'code' || syntax === 'execute'))
    return { json: JSON.stringify({ code: text }), status: 'python' };
  return json === null ? null : { json, status: 'python' };
}

function isJsonObject(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Arguments of a Python call as a program has them. Positional ones have no names: they are a list, at whose end an
 * object holds those that have. So is an object with an expression in it, which stands there as text: what its value is
 * only a run would tell.
 */
function program(text: string): string | null {
  const args = text.trim() === '' ? [] : parsePythonCalls(`f(${text})`)?.[0]?.args;
  if (args === undefined) return null;
  const named = args.filter(({ name }) => name !== null);
  const object = `{${named.map((arg) => `${JSON.stringify(arg.name)}:${valueOf(arg)}`).join(',')}}`;
  if (named.length === args.length && named.every(({ json }) => json !== null)) return object;
  const positional = args.filter(({ name }) => name === null).map(valueOf);
  return `[${[...positional, ...(named.length === 0 ? [] : [object])].join(',')}]`;
}

function valueOf({ json, raw }: PythonArgument): string {
  return json ?? JSON.stringify(raw);
}

/** `a=1, b="x"`, or `"a":1` of the other notation. */
function keywords(text: string): string | null {
  const args = parsePythonCalls(`f(${text})`)?.[0]?.args;
  if (args?.every(({ name, json }) => name !== null && json !== null)) {
    return `{${args.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
  }
  return isJsonObject(`{${text}}`) ? `{${text}}` : literal(`{${text}}`);
}

/** Values of parameter elements are strings: only a schema could say more of them. */
function parameters(text: string): string | null {
  const found = [...text.matchAll(PARAMETER)].map((match) => [match[1]!, match[2]!] as const);
  return found.length === 0 ? null : JSON.stringify(Object.fromEntries(found));
}

function literal(text: string): string | null {
  if (!/^\s*\{/.test(text)) return null;
  const parsed = parsePythonLiteral(text);
  return parsed.ok && parsed.json.startsWith('{') ? parsed.json : null;
}

/** By syntax; all others may at most be written as a dict of Python. */
const READERS: ReadonlyMap<string, (text: string) => string | null> = new Map([
  ['brackets', keywords],
  ['function-tag', parameters],
  ['python', program],
]);
