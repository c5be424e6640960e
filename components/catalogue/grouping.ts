/** The catalogue as provider rows, tool rows and API rows, in one flat list that a virtual table can index. */
import { formatPlural } from '@/lib/format/numbers';
import type { TableGroup } from '@/components/table/types';

/** A provider's tool; its APIs are the numbers from first_no up to the next tool's (api_no is the order of api_id). */
export interface ToolBounds {
  readonly provider: string;
  readonly tool: string;
  readonly first_no: number;
}

interface Tool {
  readonly key: string;
  readonly label: string;
  readonly apis: Int32Array;
}

export interface Provider {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly tools: readonly Tool[];
}

/** Values of at least 0 are API numbers; a group is written as -1 - its index in `groups`. */
export interface GroupedList {
  readonly entries: Int32Array;
  readonly groups: readonly TableGroup[];
}

/**
 * Puts an order under its providers and tools. Groups stand in the order of their first API, so that the list's own
 * order decides which provider comes first; within a tool the order is kept.
 * @param order api numbers
 * @param bounds all tools of the corpus, by first_no
 */
export function groupOrder(order: Int32Array, bounds: readonly ToolBounds[]): Provider[] {
  const byTool = new Map<number, number[]>();
  let last = -1;
  let members: number[] = [];
  for (const no of order) {
    // Neighbours are mostly of one tool: look further only where they are not.
    if (last < 0 || !within(bounds, last, no)) {
      last = toolOf(bounds, no);
      members = byTool.get(last) ?? [];
      byTool.set(last, members);
    }
    members.push(no);
  }
  const providers = new Map<string, { tools: Tool[]; count: number }>();
  for (const [index, apis] of byTool) {
    const { provider, tool } = bounds[index]!;
    const entry = providers.get(provider) ?? { tools: [], count: 0 };
    entry.tools.push({ key: `${provider}/${tool}`, label: tool, apis: Int32Array.from(apis) });
    entry.count += apis.length;
    providers.set(provider, entry);
  }
  return [...providers].map(([provider, { tools, count }]) => ({ key: provider, label: provider, count, tools }));
}

function within(bounds: readonly ToolBounds[], index: number, no: number): boolean {
  return bounds[index]!.first_no <= no && no < (bounds[index + 1]?.first_no ?? Infinity);
}

/** Binary search of the last tool that begins at or before a number. */
function toolOf(bounds: readonly ToolBounds[], no: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bounds[middle]!.first_no <= no) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Writes the open groups out as one list. A provider with one tool shows its APIs at once, without a row for the tool.
 * @param providers what groupOrder returned
 * @param isOpen whether a group of this key is unfolded
 */
export function flattenGroups(providers: readonly Provider[], isOpen: (key: string) => boolean): GroupedList {
  const groups: TableGroup[] = [];
  const entries: number[] = [];
  const add = (group: Omit<TableGroup, 'kind'>) => {
    groups.push({ kind: 'group', ...group });
    entries.push(-groups.length);
  };
  for (const { key, label, count, tools } of providers) {
    const open = isOpen(key);
    const detail = tools.length === 1 ? '' : formatPlural(tools.length, 'tool');
    add({ key, label, count, open, depth: 0, detail });
    if (!open) continue;
    for (const tool of tools) {
      const toolOpen = tools.length === 1 || isOpen(tool.key);
      const size = tool.apis.length;
      if (tools.length > 1)
        add({
          key: tool.key,
          label: tool.label,
          count: size,
          open: toolOpen,
          depth: 1,
          detail: '',
        });
      if (toolOpen) for (const no of tool.apis) entries.push(no);
    }
  }
  return { entries: Int32Array.from(entries), groups };
}

/**
 * Which groups are open before anyone folds one: everything where the list is short, the providers where there are few.
 * @param apis APIs in the list
 * @param providers providers in the list
 */
export function openByDefault(apis: number, providers: number): (key: string) => boolean {
  if (apis <= 200) return () => true;
  if (providers <= 12) return (key) => !key.includes('/');
  return () => false;
}
