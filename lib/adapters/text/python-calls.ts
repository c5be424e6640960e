/**
 * Calls written as Python: `[find(name='x'), tool.move(3, to="y")]`. Names are whatever precedes the bracket, since data
 * sets call tools by titles ("Get Rates v2"), and keywords of Python are names of arguments as any other ("from").
 */
import { parsePythonLiteral, type PythonLiteral } from './python-literal.ts';
import { bracketed } from './python-scan.ts';
import { PYTHON_LIMIT } from './python-tree.ts';

export interface PythonArgument {
  /** Null for a positional one. */
  readonly name: string | null;
  /** The value of a literal of Python or JSON; the text itself where it is none. */
  readonly value: unknown;
  /** The value as JSON text, integers with all their digits; null where it is no literal. */
  readonly json: string | null;
  /** The value as written. */
  readonly raw: string;
}

export interface PythonCall {
  readonly name: string;
  readonly args: readonly PythonArgument[];
  /** What stands between the brackets, verbatim. */
  readonly argumentsText: string;
  /** Offsets of the call in the text, from its name to after its closing bracket. */
  readonly start: number;
  readonly end: number;
}

/** A name: anything on one line but what would make the text an expression. */
const NAME = /[^\s()[\]{},;='"<>+*%!?\\][^()[\]{},;='"<>+*%!?\\\n]*(?=\()/y;

const ARGUMENT_NAME = /^\s*([\p{L}\p{N}_$][\p{L}\p{N}_$.-]*)\s*=(?!=)/u;

/**
 * @param text one call, calls separated by commas, semicolons or lines, or a list of calls; nothing but calls
 * @returns the calls in order, none for `[]`; null where the text is anything else, or longer than PYTHON_LIMIT
 */
export function parsePythonCalls(text: string): PythonCall[] | null {
  if (text.length > PYTHON_LIMIT) return null;
  const outer = text.trim();
  const from = text.indexOf(outer);
  if (!outer.startsWith('[')) return callsBetween(text, from, from + outer.length);
  const list = bracketed(text, from);
  if (list === null || list.end !== from + outer.length) return null;
  return outer.slice(1, -1).trim() === '' ? [] : callsBetween(text, from + 1, list.end - 1);
}

function callsBetween(text: string, from: number, to: number): PythonCall[] | null {
  const calls: PythonCall[] = [];
  let at = from;
  while (at < to) {
    const call = callAt(text, at + spaceAt(text, at));
    if (call === null || call.end > to) return null;
    calls.push(call);
    const separator = /^\s*(?:[,;]\s*|\n\s*|$)/.exec(text.slice(call.end, to));
    if (separator === null) return null;
    at = call.end + separator[0].length;
  }
  return calls.length === 0 ? null : calls;
}

function spaceAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end]!.trim() === '') end++;
  return end - at;
}

/** @returns the call whose name begins at an offset, or null */
function callAt(text: string, start: number): PythonCall | null {
  NAME.lastIndex = start;
  const written = NAME.exec(text)?.[0];
  if (written === undefined) return null;
  const open = start + written.length;
  const body = bracketed(text, open);
  if (body === null) return null;
  const args = body.items.map(([from, to]) => argumentOf(text.slice(from, to)));
  // A comma at the end leaves an item with nothing in it.
  if (args.at(-1)?.raw === '') args.pop();
  if (args.some(({ raw }) => raw === '')) return null;
  const argumentsText = text.slice(open + 1, body.end - 1);
  return { name: written.trimEnd(), args, argumentsText, start, end: body.end };
}

function argumentOf(item: string): PythonArgument {
  const match = ARGUMENT_NAME.exec(item);
  const raw = item.slice(match?.[0].length ?? 0).trim();
  const literal = parsePythonLiteral(raw);
  const found = literal.ok ? literal : jsonLiteral(raw);
  return { name: match?.[1] ?? null, value: found === null ? raw : found.value, json: found?.json ?? null, raw };
}

/** Models mix the two languages: `true`, `[null]`. */
function jsonLiteral(text: string): PythonLiteral | null {
  try {
    return { value: JSON.parse(text) as unknown, json: text };
  } catch {
    return null;
  }
}
