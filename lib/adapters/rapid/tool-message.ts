/** ToolEval's tool messages: a call and its response in one, as an object or as what Python printed of it. */
import { isObject } from '../json-value.ts';
import { parsePythonLiteral } from '../text/python.ts';

export interface ToolMessage {
  readonly name: string;
  /** As far as the source has them; null where it was cut off before. */
  readonly arguments: string | null;
  readonly response: string | null;
  /** The source cut the message off. */
  readonly cut: boolean;
}

/** ToolBench keeps this much of what Python prints. */
export const MESSAGE_LIMIT = 100;

const FIELD = /[{,]\s*'(\w+)':\s*/y;
const STRING = /(['"])(?:[^\\]|\\.)*?\1/sy;

/** @returns the call; null where the message is none */
export function toolMessage(message: unknown): ToolMessage | null {
  if (typeof message === 'string') return printedMessage(message);
  if (!isObject(message) || typeof message['name'] !== 'string') return null;
  return {
    name: message['name'],
    arguments: text(message['arguments']),
    response: text(message['response']),
    cut: false,
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? null);
}

/** `{'name': 'f', 'arguments': '{}', 'response': '…`: fields in order, the last of them maybe open. */
function printedMessage(printed: string): ToolMessage | null {
  const fields = new Map<string, string>();
  let at = 0;
  let cut = false;
  for (let field = matchAt(FIELD, printed, 0); field !== null && !cut; field = matchAt(FIELD, printed, at)) {
    const start = at + field[0].length;
    const closed = matchAt(STRING, printed, start)?.[0] ?? null;
    cut = closed === null;
    const value = closed === null ? printed.slice(start) : closed;
    fields.set(field[1]!, pythonText(value, closed === null));
    at = start + value.length;
  }
  const name = fields.get('name');
  if (name === undefined) return null;
  cut ||= !printed.endsWith('}');
  return { name, arguments: fields.get('arguments') ?? null, response: fields.get('response') ?? null, cut };
}

function matchAt(pattern: RegExp, printed: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(printed);
}

/** A string of Python as its text; half an escape at the end of an open one is left out. */
function pythonText(literal: string, open: boolean): string {
  const quote = /^['"]/.exec(literal)?.[0];
  if (quote === undefined) return literal;
  const whole = open ? `${literal.replace(/(?<!\\)((?:\\\\)*)\\(?:|x.?|u.{0,3}|U.{0,7})$/, '$1')}${quote}` : literal;
  const read = parsePythonLiteral(whole);
  return read.ok && typeof read.value === 'string' ? read.value : literal;
}
