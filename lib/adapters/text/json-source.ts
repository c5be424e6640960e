/** The text that a part of a JSON value was read from: spacing, long numbers and order survive in it. */
import { findNodeAtLocation, parseTree, type JSONPath, type Node } from 'jsonc-parser';

/**
 * @param path keys and indexes from the root
 * @param value what stands there, parsed
 * @returns its source text; where the text cannot be found, the value as JSON
 */
export type JsonSource = (path: JSONPath, value: unknown) => string;

/** @param text valid JSON; it is only looked at when a part is asked for */
export function jsonSource(text: string): JsonSource {
  let root: Node | undefined;
  return (path, value) => {
    root ??= parseTree(text);
    const node = root && findNodeAtLocation(root, path);
    return node ? text.slice(node.offset, node.offset + node.length) : JSON.stringify(value);
  };
}
