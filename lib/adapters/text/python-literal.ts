/** Literals of Python, which data sets hold where JSON was meant: `{'a': None, 'b': (1, True)}`. */
import type { SyntaxNode } from '@lezer/common';
import { pythonNumber } from './python-number.ts';
import { pythonString } from './python-string.ts';
import { brokenAt, childrenOf, PYTHON_DEPTH, PYTHON_LIMIT, pythonTree } from './python-tree.ts';

export interface PythonLiteral {
  /** As JSON.parse would give it: tuples and sets are lists, keys are strings. */
  readonly value: unknown;
  /** The same as JSON text, in which integers keep all their digits. */
  readonly json: string;
}

export type ParsedPython = ({ readonly ok: true } & PythonLiteral) | { readonly ok: false; readonly message: string };

/**
 * Reads one literal: dict, list, tuple, set, string, number, True, False, None. Nothing is executed, and anything else
 * (names, calls, arithmetic, f-strings, comprehensions) fails.
 * @param text at most PYTHON_LIMIT characters, nested at most PYTHON_DEPTH deep
 */
export function parsePythonLiteral(text: string): ParsedPython {
  const root = pythonTree(text);
  if (root === null) return fail(`The text is longer than ${PYTHON_LIMIT} characters.`);
  const broken = brokenAt(root);
  if (broken !== null) return fail(`Not Python at character ${broken}.`);
  const statements = childrenOf(root);
  const expressions =
    statements.length === 1 && statements[0]!.name === 'ExpressionStatement' ? childrenOf(statements[0]!) : [];
  if (expressions.length !== 1) return fail('Not one literal.');
  try {
    return { ok: true, ...literalOf(expressions[0]!, text, 0) };
  } catch (error) {
    if (error instanceof NotALiteral) return fail(error.message);
    throw error;
  }
}

function fail(message: string): ParsedPython {
  return { ok: false, message };
}

class NotALiteral extends Error {
  constructor(node: SyntaxNode, text: string) {
    super(`Not a literal at character ${node.from}: ${text.slice(node.from, Math.min(node.to, node.from + 40))}`);
  }
}

function literalOf(node: SyntaxNode, text: string, depth: number): PythonLiteral {
  if (depth > PYTHON_DEPTH) throw new NotALiteral(node, text);
  const source = text.slice(node.from, node.to);
  switch (node.name) {
    case 'String':
    case 'ContinuedString':
      return stringOf(node, text);
    case 'Number':
      return numberOf(pythonNumber(source), node, text);
    case 'UnaryExpression':
      return signed(node, text);
    case 'Boolean':
      return source === 'True' ? { value: true, json: 'true' } : { value: false, json: 'false' };
    case 'None':
      return { value: null, json: 'null' };
    case 'ParenthesizedExpression':
      return literalOf(childrenOf(node)[1]!, text, depth + 1);
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return listOf(items(node, text).map((item) => literalOf(only(item, text), text, depth + 1)));
    case 'DictionaryExpression':
      return dictOf(node, text, depth);
    default:
      throw new NotALiteral(node, text);
  }
}

/** What stands between the commas of a display; a comma at its end is allowed. */
function items(node: SyntaxNode, text: string): SyntaxNode[][] {
  const found: SyntaxNode[][] = [[]];
  for (const child of childrenOf(node).slice(1, -1)) {
    if (child.name !== ',') found.at(-1)!.push(child);
    else if (found.at(-1)!.length === 0) throw new NotALiteral(child, text);
    else found.push([]);
  }
  return found.filter((item) => item.length > 0);
}

function only(item: readonly SyntaxNode[], text: string): SyntaxNode {
  if (item.length !== 1) throw new NotALiteral(item[0]!, text);
  return item[0]!;
}

function stringOf(node: SyntaxNode, text: string): PythonLiteral {
  const tokens = node.name === 'String' ? [node] : childrenOf(node);
  const value = tokens
    .map((token) => {
      const part = token.name === 'String' ? pythonString(text.slice(token.from, token.to)) : null;
      if (part === null) throw new NotALiteral(token, text);
      return part;
    })
    .join('');
  return { value, json: JSON.stringify(value) };
}

function numberOf(json: string | null, node: SyntaxNode, text: string): PythonLiteral {
  if (json === null) throw new NotALiteral(node, text);
  return { value: Number(json), json };
}

function signed(node: SyntaxNode, text: string): PythonLiteral {
  const [sign, operand] = childrenOf(node);
  if (operand?.name !== 'Number') throw new NotALiteral(node, text);
  const operator = text.slice(sign!.from, sign!.to);
  const digits = pythonNumber(text.slice(operand.from, operand.to));
  if (digits === null || !'+-'.includes(operator)) throw new NotALiteral(node, text);
  return numberOf(operator === '-' ? `-${digits}` : digits, node, text);
}

function listOf(entries: readonly PythonLiteral[]): PythonLiteral {
  return { value: entries.map(({ value }) => value), json: `[${entries.map(({ json }) => json).join(',')}]` };
}

function dictOf(node: SyntaxNode, text: string, depth: number): PythonLiteral {
  const entries = new Map<string, PythonLiteral>();
  for (const item of items(node, text)) {
    const [key, colon, value] = item;
    if (item.length !== 3 || colon!.name !== ':') throw new NotALiteral(item[0]!, text);
    entries.set(keyOf(key!, text, depth), literalOf(value!, text, depth + 1));
  }
  const json = [...entries].map(([key, entry]) => `${JSON.stringify(key)}:${entry.json}`).join(',');
  // fromEntries defines own properties, so that a key such as __proto__ is no more than a key.
  return { value: Object.fromEntries([...entries].map(([key, entry]) => [key, entry.value])), json: `{${json}}` };
}

/** Keys that are not strings become what Python's json.dumps makes of them. */
function keyOf(node: SyntaxNode, text: string, depth: number): string {
  const { value, json } = literalOf(node, text, depth + 1);
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) throw new NotALiteral(node, text);
  return json;
}
