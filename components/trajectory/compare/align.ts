/** Two trajectories step against step: what both have, what only one has. Pure. */
import { diffArrays } from 'diff';
import type { Row } from '@/lib/corpus';

type StepRow = Row<'steps'>;

export interface AlignedRow {
  readonly a: StepRow | null;
  readonly b: StepRow | null;
  /** Whether both say the same, letter by letter; false where one is missing. */
  readonly isSame: boolean;
}

/** How alike two texts have to be to count as the same turn: shared words against all words. */
const ALIKE = 0.35;
/** Characters of a text that are compared, and edits that are tried: beyond them steps are paired as they come. */
const COMPARED = 1_500;
const MOST_EDITS = 3_000;

interface Signature {
  readonly step: StepRow;
  readonly role: string;
  /** Tools that are called, or the tool that is answered, in order. */
  readonly tools: string;
  readonly words: ReadonlySet<string>;
}

/** @returns rows in the order of both trajectories */
export function alignSteps(a: readonly StepRow[], b: readonly StepRow[]): AlignedRow[] {
  const [left, right] = [signatures(a), signatures(b)];
  const changes = diffArrays(left, right, { comparator: isAlike, maxEditLength: MOST_EDITS });
  if (changes === undefined) return pairInOrder(left, right);
  const rows: AlignedRow[] = [];
  let [atA, atB] = [0, 0];
  let only: Signature[] = [];
  for (const change of changes) {
    const count = change.value.length;
    if (change.removed) {
      only = left.slice(atA, (atA += count));
      continue;
    }
    const others = right.slice(atB, (atB += count));
    if (change.added) rows.push(...pairInOrder(only, others));
    else rows.push(...pairInOrder(only, []), ...left.slice(atA, (atA += count)).map((one, at) => row(one, others[at])));
    only = [];
  }
  return [...rows, ...pairInOrder(only, [])];
}

/** Steps of the same role stand beside one another as they come; where roles differ, each stands by itself. */
function pairInOrder(a: readonly Signature[], b: readonly Signature[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let [atA, atB] = [0, 0];
  while (atA < a.length || atB < b.length) {
    const [left, right] = [a[atA], b[atB]];
    if (left?.role === right?.role || left === undefined || right === undefined) {
      rows.push(row(left, right));
      atA++;
      atB++;
    } else if (a.length - atA >= b.length - atB) {
      rows.push(row(left, undefined));
      atA++;
    } else {
      rows.push(row(undefined, right));
      atB++;
    }
  }
  return rows;
}

function row(a: Signature | undefined, b: Signature | undefined): AlignedRow {
  return {
    a: a?.step ?? null,
    b: b?.step ?? null,
    isSame: a !== undefined && b !== undefined && said(a.step) === said(b.step),
  };
}

function said({ content, reasoning, calls }: StepRow): string {
  return JSON.stringify([content, reasoning, calls.map((call) => [call.tool_name, call.arguments])]);
}

function signatures(steps: readonly StepRow[]): Signature[] {
  const byStep = new Map(steps.map((step) => [step.step, step]));
  return steps.map((step) => ({
    step,
    role: step.role,
    tools: step.role === 'tool' ? answeredTool(step, byStep) : step.calls.map((call) => call.tool_name).join('\n'),
    words: wordsOf(`${step.reasoning ?? ''} ${step.content ?? ''}`),
  }));
}

function answeredTool(step: StepRow, byStep: ReadonlyMap<number, StepRow>): string {
  const caller = step.call_step === null ? undefined : byStep.get(step.call_step);
  return caller?.calls.find(({ call }) => call === step.call)?.tool_name ?? '';
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, COMPARED)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** The same tools are alike whatever is said; text alone is alike by its words. */
function isAlike(a: Signature, b: Signature): boolean {
  if (a.role !== b.role || a.tools !== b.tools) return false;
  if (a.tools !== '') return true;
  const all = new Set([...a.words, ...b.words]).size;
  if (all === 0) return true;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared / all >= ALIKE;
}
