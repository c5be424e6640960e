/** The rows of the inspector: messages, calls with what answers them, and where branches begin. Pure. */
import type { StepKind } from '@/lib/url';
import { kindOfStep } from './kinds';
import { isFoldable, type Chain, type StepTree } from './step-tree';
import type { StepCall, StepRow } from './types';

interface RowBase {
  /** Unique, and the same whatever else is shown. */
  readonly key: string;
  readonly step: StepRow;
  readonly depth: number;
  /** The first row of its step, which says what the step is. */
  readonly isFirst: boolean;
}

export interface BranchRow extends Omit<RowBase, 'isFirst'> {
  readonly kind: 'branch';
  readonly chain: Chain;
  readonly folded: boolean;
}
export interface MessageRow extends RowBase {
  readonly kind: 'message';
  readonly showReasoning: boolean;
  readonly showContent: boolean;
}
export interface CallRowItem extends RowBase {
  readonly kind: 'call';
  readonly call: StepCall;
  /** Steps whose observation stands right below it. */
  readonly below: readonly number[];
}
export interface ObservationRow extends RowBase {
  readonly kind: 'observation';
  /** The call that it stands under; null where it stands by itself. */
  readonly under: StepCall | null;
}
export type InspectorRow = BranchRow | MessageRow | CallRowItem | ObservationRow;

export interface Shown {
  readonly hide: readonly StepKind[];
  readonly answerOnly: boolean;
  /** First steps of the branches that are folded. */
  readonly fold: readonly number[];
}

/** Everything, for searching what is not on screen. */
export const ALL_SHOWN: Shown = { hide: [], answerOnly: false, fold: [] };

/** @returns the rows to show, in order */
export function inspectorRows(tree: StepTree, { hide, answerOnly, fold }: Shown): InspectorRow[] {
  const folded = new Set(fold);
  const hidden = new Set<Chain>();
  const hideKinds = new Set(hide);
  const rows: InspectorRow[] = [];
  for (const chain of tree.chains) {
    const closed = isFoldable(chain) && folded.has(chain.head);
    const inside = chain.parent !== null && hidden.has(chain.parent);
    const left = answerOnly && !chain.onAnswerPath;
    if (inside || closed || left) hidden.add(chain);
    if (inside || left) continue;
    if (chain.start === 'fork' || chain.start === 'agent') rows.push(branchRow(chain, closed));
    if (!closed) pushChain(rows, chain, hideKinds);
  }
  return rows;
}

function branchRow(chain: Chain, folded: boolean): BranchRow {
  return { kind: 'branch', key: `b${chain.head}`, step: chain.steps[0]!, depth: chain.depth, chain, folded };
}

/**
 * An observation stands under its call where nothing but observations is between the two, whatever their order: a step
 * may make several calls. One that comes later keeps its place.
 */
function pushChain(rows: InspectorRow[], { steps, depth }: Chain, hide: ReadonlySet<StepKind>): void {
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at]!;
    if (step.calls.length === 0) {
      pushStep(rows, step, depth, hide);
      continue;
    }
    const answers: StepRow[] = [];
    while (steps[at + 1]?.role === 'tool' && steps[at + 1]!.calls.length === 0) answers.push(steps[++at]!);
    pushCalls(rows, step, answers, depth, hide);
  }
}

function pushCalls(
  rows: InspectorRow[],
  step: StepRow,
  answers: readonly StepRow[],
  depth: number,
  hide: ReadonlySet<StepKind>,
): void {
  const isFirst = !pushStep(rows, step, depth, hide);
  const placed = new Set<StepRow>();
  for (const [position, call] of step.calls.entries()) {
    const own = answers.filter(
      (answer) => !placed.has(answer) && answer.call_step === step.step && answer.call === call.call,
    );
    const below = hide.has('observations') ? [] : own.map((answer) => answer.step);
    const key = `c${step.step}.${position}`;
    if (!hide.has('calls'))
      rows.push({ kind: 'call', key, step, depth, isFirst: isFirst && position === 0, call, below });
    for (const answer of own) {
      placed.add(answer);
      pushObservation(rows, answer, call, depth, hide);
    }
  }
  for (const answer of answers) if (!placed.has(answer)) pushObservation(rows, answer, null, depth, hide);
}

/** @returns whether there was anything to show */
function pushStep(rows: InspectorRow[], step: StepRow, depth: number, hide: ReadonlySet<StepKind>): boolean {
  const kind = kindOfStep(step);
  if (kind === 'observations') return pushObservation(rows, step, null, depth, hide);
  const showReasoning = isText(step.reasoning) && !hide.has('reasoning');
  const hasContent = step.content !== null || step.attachments.length > 0 || step.parts !== null;
  const isEmpty = !isText(step.reasoning) && !hasContent && step.calls.length === 0;
  const showContent = (hasContent || isEmpty) && !hide.has(kind);
  if (!showReasoning && !showContent) return false;
  rows.push({ kind: 'message', key: `m${step.step}`, step, depth, isFirst: true, showReasoning, showContent });
  return true;
}

function pushObservation(
  rows: InspectorRow[],
  step: StepRow,
  under: StepCall | null,
  depth: number,
  hide: ReadonlySet<StepKind>,
): boolean {
  if (hide.has('observations')) return false;
  rows.push({ kind: 'observation', key: `o${step.step}`, step, depth, isFirst: true, under });
  return true;
}

function isText(text: string | null): text is string {
  return text !== null && text !== '';
}

/** @returns the steps that have a row, in the order of their rows */
export function stepsInOrder(rows: readonly InspectorRow[]): StepRow[] {
  return rows.flatMap((row) => (row.kind !== 'branch' && row.isFirst ? [row.step] : []));
}

/**
 * @param call position of a call of the step; null for the step as a whole
 * @returns index of the row of a step or a call; of the branch it is folded in; -1 where it is not shown
 */
export function indexOfPlace(rows: readonly InspectorRow[], tree: StepTree, step: number, call: number | null): number {
  const exact = rows.findIndex((row) =>
    call === null
      ? row.kind !== 'branch' && row.step.step === step
      : row.kind === 'call' && row.step.step === step && row.call.call === call,
  );
  if (exact >= 0 || call !== null) return exact >= 0 ? exact : indexOfPlace(rows, tree, step, null);
  for (let chain = tree.chainOf(step) ?? null; chain !== null; chain = chain.parent) {
    const at = rows.findIndex((row) => row.kind === 'branch' && row.chain === chain);
    if (at >= 0) return at;
  }
  return -1;
}
