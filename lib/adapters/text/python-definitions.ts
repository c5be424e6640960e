/** Functions, classes' attributes and assignments of Python source, where documentation comes as code. */
import type { SyntaxNode } from '@lezer/common';
import { parsePythonLiteral } from './python-literal.ts';
import { childrenOf, pythonTree } from './python-tree.ts';

export interface PythonParameter {
  readonly name: string;
  /** `*` for *args, `**` for **kwargs. */
  readonly star: '' | '*' | '**';
  /** As written; null where there is none. */
  readonly annotation: string | null;
  /** As written; null where there is none, so the argument is required. */
  readonly default: string | null;
}

export interface PythonFunction {
  readonly name: string;
  /** Class that it is a method of; null for a function of the module. */
  readonly owner: string | null;
  /** In order, `self` included. */
  readonly params: readonly PythonParameter[];
  readonly returns: string | null;
  /** The docstring as the interpreter sees it, its indentation kept. */
  readonly docstring: string | null;
  /** The definition as written, decorators left out. */
  readonly raw: string;
}

export interface PythonAssignment {
  readonly name: string;
  /** Class whose attribute it is; null for a name of the module. */
  readonly owner: string | null;
  readonly annotation: string | null;
  /** The expression as written. */
  readonly value: string;
}

/**
 * @param text Python source; places that do not parse are passed over
 * @returns functions of the module and methods of its classes, in order; null where the text is beyond PYTHON_LIMIT
 */
export function parsePythonFunctions(text: string): PythonFunction[] | null {
  return (
    statementsOf(text)?.flatMap(({ node, owner }) =>
      node.name === 'FunctionDefinition' ? [functionOf(node, text, owner)] : [],
    ) ?? null
  );
}

/** @returns `name = value` of the module and of its classes, in order, likewise */
export function parsePythonAssignments(text: string): PythonAssignment[] | null {
  return statementsOf(text)?.flatMap(({ node, owner }) => assignmentOf(node, text, owner)) ?? null;
}

interface Statement {
  readonly node: SyntaxNode;
  readonly owner: string | null;
}

/** Statements of the module and of the bodies of its classes, decorators taken off. */
function statementsOf(text: string): Statement[] | null {
  const root = pythonTree(text);
  if (root === null) return null;
  return childrenOf(root).flatMap((statement) => {
    const node = undecorated(statement);
    if (node.name !== 'ClassDefinition') return [{ node, owner: null }];
    const owner = textOf(node.getChild('VariableName'), text);
    const body = node.getChild('Body');
    return body === null ? [] : childrenOf(body).map((member) => ({ node: undecorated(member), owner }));
  });
}

function undecorated(node: SyntaxNode): SyntaxNode {
  return node.name === 'DecoratedStatement' ? (node.lastChild ?? node) : node;
}

function textOf(node: SyntaxNode | null, text: string): string | null {
  return node === null ? null : text.slice(node.from, node.to);
}

function functionOf(node: SyntaxNode, text: string, owner: string | null): PythonFunction {
  const list = node.getChild('ParamList');
  return {
    name: textOf(node.getChild('VariableName'), text) ?? '',
    owner,
    params: list === null ? [] : paramsOf(list, text),
    returns: typeOf(node.getChild('TypeDef'), text),
    docstring: docstringOf(node.getChild('Body'), text),
    raw: text.slice(node.from, node.to).trimEnd(),
  };
}

/** What follows the `:` or `->` of an annotation. */
function typeOf(node: SyntaxNode | null, text: string): string | null {
  return textOf(node, text)?.replace(/^(?::|->)\s*/, '') ?? null;
}

function docstringOf(body: SyntaxNode | null, text: string): string | null {
  const first = body === null ? undefined : childrenOf(body)[1];
  if (first?.name !== 'ExpressionStatement') return null;
  const literal = parsePythonLiteral(text.slice(first.from, first.to));
  return literal.ok && typeof literal.value === 'string' ? literal.value : null;
}

function paramsOf(list: SyntaxNode, text: string): PythonParameter[] {
  const params: { name: string; star: '' | '*' | '**'; annotation: string | null; default: string | null }[] = [];
  let star: '' | '*' | '**' = '';
  let assigned = false;
  for (const node of childrenOf(list)) {
    const last = params.at(-1);
    if (node.name === ',') [star, assigned] = ['', false];
    else if (node.name === '*' || node.name === '**') star = node.name;
    else if (node.name === 'AssignOp') assigned = true;
    else if (assigned && last !== undefined) [last.default, assigned] = [text.slice(node.from, node.to), false];
    else if (node.name === 'TypeDef' && last !== undefined) last.annotation = typeOf(node, text);
    else if (node.name === 'VariableName') {
      params.push({ name: text.slice(node.from, node.to), star, annotation: null, default: null });
    }
  }
  return params;
}

function assignmentOf(node: SyntaxNode, text: string, owner: string | null): PythonAssignment[] {
  if (node.name !== 'AssignStatement') return [];
  const children = childrenOf(node);
  const last = children.findLastIndex(({ name }) => name === 'AssignOp');
  const targets = children.slice(0, last + 1).filter(({ name }) => name !== 'AssignOp' && name !== 'TypeDef');
  // Of `a, b = 1, 2` and of `a.b = 1` no name has the value alone.
  if (last === children.length - 1 || targets.some(({ name }) => name !== 'VariableName')) return [];
  const value = text.slice(children[last + 1]!.from, children.at(-1)!.to);
  const annotation = typeOf(node.getChild('TypeDef'), text);
  return targets.map((target) => ({ name: text.slice(target.from, target.to), owner, annotation, value }));
}
