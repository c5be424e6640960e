/** Rows of a JSON tree: which values are visible, given what is folded. Pure. */
import { pathOf, type JsonValue } from './json';
import type { TreeRow } from './tree-list';

export interface JsonRow extends TreeRow {
  readonly key: string | null;
  readonly value: JsonValue;
  /** Path from the root, as JavaScript would write it. */
  readonly path: string;
}

/** Rows to open at first, at most: enough to see the shape, little enough to stay a summary. */
const OPEN_ROWS = 60;

/**
 * @param root the value
 * @param toggled ids of rows that are not as they were at first
 * @param opened ids that are open at first (`openAtFirst`)
 * @returns the visible rows, from the top
 */
export function jsonRows(root: JsonValue, opened: ReadonlySet<string>, toggled: ReadonlySet<string>): JsonRow[] {
  const rows: JsonRow[] = [];
  // A stack of our own: values may be nested deeper than the call stack allows.
  const stack = top(root).toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const expanded = next.expandable && opened.has(next.id) !== toggled.has(next.id);
    rows.push({ ...next, expanded });
    if (expanded) stack.push(...children(next).toReversed());
  }
  return rows;
}

/** @returns ids of the rows that are open at first: level by level, while few rows are in sight. */
export function openAtFirst(root: JsonValue): Set<string> {
  const opened = new Set<string>();
  let level = top(root);
  let visible = level.length;
  while (level.length > 0) {
    const size = level.reduce((sum, entry) => sum + entry.value.size, 0);
    if (visible + size > OPEN_ROWS) break;
    visible += size;
    for (const entry of level) if (entry.expandable) opened.add(entry.id);
    level = level.flatMap(children);
  }
  return opened;
}

/** The root's own line would say nothing: its members come first. A scalar or an empty container is a line of its own. */
function top(root: JsonValue): JsonRow[] {
  const line = row(root, null, '$', '0', -1);
  return root.size > 0 ? children(line) : [{ ...line, level: 0 }];
}

function children({ value, path, id, level }: JsonRow): JsonRow[] {
  if (value.kind === 'array') {
    return value.elements.map((element, index) =>
      row(element, String(index), pathOf(path, index), `${id}/${index}`, level + 1),
    );
  }
  return value.members.map((member, index) =>
    row(member.value, member.key, pathOf(path, member.key), `${id}/${index}`, level + 1),
  );
}

function row(value: JsonValue, key: string | null, path: string, id: string, level: number): JsonRow {
  return { id, level, key, value, path, expandable: value.size > 0, expanded: false };
}
