/** Lines of a Claude Code session, and the tree that they form. */
import type { SourceRecord } from '../adapter.ts';
import { anthropicSteps } from '../chat/anthropic-blocks.ts';
import { stepOf } from '../chat/steps.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import { jsonSource } from '../text/json-source.ts';

/** A line that says something. */
export interface Line {
  readonly value: JsonObject;
  readonly raw: string;
}

export function lineOf({ value, raw }: SourceRecord): Line | null {
  return isObject(value) && typeof value['type'] === 'string' ? { value, raw } : null;
}

/** Whether the line is a turn of the conversation; others are titles, summaries, snapshots and the like. */
export function isTurn({ value }: Line): boolean {
  if (value['type'] === 'system') return typeof value['content'] === 'string';
  return (value['type'] === 'user' || value['type'] === 'assistant') && isObject(value['message']);
}

/** @param counted ids of messages whose usage was told: each block of a message has a line, and repeats it */
export function stepsOfLine({ value, raw }: Line, counted: Set<string>): UnpairedStep[] {
  const at = textOf(value['timestamp']);
  const agent = value['isSidechain'] === true ? (textOf(value['agentId']) ?? 'sidechain') : null;
  const note = noteOf(value);
  if (value['type'] === 'system') {
    return [stepOf('system', { content: value['content'] as string, at, agent, note })];
  }
  const source = jsonSource(raw);
  const message = objectOf(value['message']);
  const steps = anthropicSteps([message], { source: ([, ...path], part) => source(['message', ...path], part) });
  const metrics = usageOf(message, counted);
  return steps.map((step, no) => ({ ...step, at, agent, metrics: no === 0 ? metrics : null, note: note ?? step.note }));
}

function noteOf(value: JsonObject): string | null {
  if (value['isCompactSummary'] === true) return 'a summary that stands in for what was said before';
  if (value['isMeta'] === true) return 'written by the program, not by the user';
  const subtype = textOf(value['subtype']);
  return subtype === null ? null : `system line: ${subtype}`;
}

function usageOf(message: JsonObject, counted: Set<string>): string | null {
  const { id, usage, stop_reason } = message;
  if (!isObject(usage) || (typeof id === 'string' && counted.has(id))) return null;
  if (typeof id === 'string') counted.add(id);
  return JSON.stringify({ usage, stop_reason });
}

/** Where a turn stands among the steps. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly parent: string | null;
}

/**
 * Gives each step the step that it continues, and marks the way to the last turn of the main conversation.
 * @param turns lines with their steps, in order
 */
export function asTree(turns: readonly { readonly line: Line; readonly steps: readonly UnpairedStep[] }[]): {
  readonly branches: boolean;
  readonly steps: UnpairedStep[];
} {
  const places = new Map<string, Place>();
  let count = 0;
  for (const { line, steps } of turns) {
    const place = { first: count, last: count + steps.length - 1, parent: parentOf(line.value) };
    places.set(textOf(line.value['uuid']) ?? `line ${count}`, place);
    count += steps.length;
  }
  const parents = parentSteps([...places.values()], places, count);
  const path = pathTo(turns, places, parents);
  const branches = parents.some((parent, at) => parent !== (at === 0 ? null : at - 1));
  const steps = turns.flatMap(({ steps: own }) => own);
  if (!branches) return { branches, steps };
  return {
    branches,
    steps: steps.map((step, at) => {
      const parent_step = parents[at]!;
      // Of calls made at once, all but the last are answered beside the path.
      const answersPath = step.role === 'tool' && parent_step !== null && path.has(parent_step);
      return { ...step, parent_step, on_answer_path: path.has(at) || answersPath };
    }),
  };
}

/** After a conversation is compacted, the tree begins anew; the line says where it went on from. */
function parentOf(value: JsonObject): string | null {
  return textOf(value['parentUuid']) ?? textOf(value['logicalParentUuid']);
}

function parentSteps(all: readonly Place[], places: ReadonlyMap<string, Place>, count: number): (number | null)[] {
  const parents: (number | null)[] = Array.from({ length: count }, (_, at) => at - 1);
  for (const [no, { first, parent }] of all.entries()) {
    // A parent that was no turn, or is of another file, leaves the order of the lines.
    const known = parent === null ? undefined : places.get(parent);
    parents[first] = parent === null || no === 0 ? null : (known?.last ?? first - 1);
  }
  return parents;
}

function pathTo(
  turns: readonly { readonly line: Line }[],
  places: ReadonlyMap<string, Place>,
  parents: readonly (number | null)[],
): ReadonlySet<number> {
  const main = turns.findLast(({ line }) => line.value['isSidechain'] !== true) ?? turns.at(-1);
  const path = new Set<number>();
  let at: number | null = places.get(textOf(main?.line.value['uuid']) ?? '')?.last ?? parents.length - 1;
  while (at !== null && !path.has(at)) {
    path.add(at);
    at = parents[at] ?? null;
  }
  return path;
}
