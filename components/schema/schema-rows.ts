/** Visible rows of a schema tree. Pure. */
import type { TreeRow } from '@/components/content/tree-list';
import { schemaNode, type FindDefinition, type Placed, type SchemaChild, type SchemaNode } from './schema-model';

export interface SchemaRow extends TreeRow {
  readonly child: SchemaChild;
  readonly node: SchemaNode;
  /** Name of the definition that this row is within already: a cycle. */
  readonly cycle: string | null;
  /** Names of the references on the way down, this row's included. */
  readonly within: readonly string[];
}

const OPEN_ROWS = 40;
const OPEN_LEVELS = 3;

export interface Folding {
  /** Ids of rows that the reader has opened or closed, against how they are at first. */
  readonly toggled: ReadonlySet<string>;
  /** Ids that are open at first (`openAtFirst`). */
  readonly opened: ReadonlySet<string>;
}

/** @returns the visible rows, the root first. */
export function schemaRows(root: Placed, label: string, find: FindDefinition, folding: Folding): SchemaRow[] {
  const rows: SchemaRow[] = [];
  const stack = [rootRow(root, label, find)];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const expanded = next.expandable && folding.opened.has(next.id) !== folding.toggled.has(next.id);
    rows.push({ ...next, expanded });
    if (expanded) stack.push(...below(next, find).toReversed());
  }
  return rows;
}

/** @returns ids of the rows open at first: the root, and level by level what fits on a screen; never a cycle. */
export function openAtFirst(root: Placed, label: string, find: FindDefinition): Set<string> {
  const opened = new Set<string>();
  let level = [rootRow(root, label, find)];
  let visible = 1;
  for (let depth = 0; depth < OPEN_LEVELS; depth++) {
    const next: SchemaRow[] = [];
    for (const row of level) {
      if (!row.expandable || row.cycle !== null || (depth > 0 && row.node.lookup !== 'ready')) continue;
      const children = below(row, find);
      // The root is opened however large it is.
      if (depth > 0 && visible + children.length > OPEN_ROWS) continue;
      opened.add(row.id);
      visible += children.length;
      next.push(...children);
    }
    level = next;
  }
  return opened;
}

function rootRow(placed: Placed, label: string, find: FindDefinition): SchemaRow {
  return makeRow({ id: '', label, kind: 'part', required: false, placed, path: label }, null, find);
}

function below(parent: SchemaRow, find: FindDefinition): SchemaRow[] {
  return parent.node.children(parent.child.path).map((child) => makeRow(child, parent, find));
}

function makeRow(child: SchemaChild, parent: SchemaRow | null, find: FindDefinition): SchemaRow {
  const node = schemaNode(child.placed, find);
  const above = parent?.within ?? [];
  return {
    id: `${parent?.id ?? ''}/${child.id}`,
    level: parent === null ? 0 : parent.level + 1,
    expandable: node.expandable,
    expanded: false,
    child,
    node,
    cycle: node.refs.find((name) => above.includes(name)) ?? null,
    within: [...above, ...node.refs],
  };
}
