/** The text that a part of a JSON value was read from: spacing, long numbers and order survive in it. */
import { parseTree, type JSONPath, type Node } from 'jsonc-parser';

/**
 * @param path keys and indexes from the root
 * @param value what stands there, parsed
 * @returns its source text; where the text cannot be found, the value as JSON
 */
export type JsonSource = (path: JSONPath, value: unknown) => string;

/** @param text valid JSON; it is only looked at when a part is asked for */
export function jsonSource(text: string): JsonSource {
  let root: Node | null | undefined;
  return (path, value) => {
    if (root === undefined) root = treeOf(text);
    const node = root && nodeAt(root, path);
    return node ? text.slice(node.offset, node.offset + node.length) : JSON.stringify(value);
  };
}

/** The parser calls itself for each level, and JSON.parse reads more levels than a stack has room for. */
function treeOf(text: string): Node | null {
  try {
    return parseTree(text) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Of a key that is repeated the last counts, as it does for JSON.parse. */
function nodeAt(root: Node, path: JSONPath): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    if (typeof step === 'number') return node?.type === 'array' ? node.children?.[step] : undefined;
    return node?.children?.findLast(({ children }) => children?.[0]?.value === step)?.children?.[1];
  }, root);
}
