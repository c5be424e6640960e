/** The syntax tree of Python text, bounded: what models write is neither short nor shallow by nature. */
import { parser } from '@lezer/python';
import type { SyntaxNode } from '@lezer/common';

/** The longest text that is parsed, in UTF-16 code units: the parser keeps some 50 bytes for each. */
export const PYTHON_LIMIT = 200_000;

/** How deep literals may nest; readers of the tree call themselves once for each level. */
export const PYTHON_DEPTH = 200;

/** @returns the root of the tree, or null where the text is longer than PYTHON_LIMIT. Broken text has error nodes. */
export function pythonTree(text: string): SyntaxNode | null {
  return text.length > PYTHON_LIMIT ? null : parser.parse(text).topNode;
}

/** Children in order, punctuation and comments included. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}

/** @returns the offset of the first place that is not Python, or null */
export function brokenAt(root: SyntaxNode): number | null {
  const cursor = root.cursor();
  do {
    if (cursor.type.isError) return cursor.from;
  } while (cursor.next());
  return null;
}
