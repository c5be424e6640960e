'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type { InspectorState } from '@/lib/url';
import { indexOfPlace, type InspectorRow } from './inspector-rows';
import { currentIndex, hasProblem, nextRow } from './places';
import type { RowListHandle } from './row-list';
import { foldable, isFoldable, type StepTree } from './step-tree';
import type { ChangeState } from './use-inspector-state';

export interface MoveContext {
  readonly rows: readonly InspectorRow[];
  readonly tree: StepTree;
  readonly state: InspectorState;
  readonly onChange: ChangeState;
  readonly list: RefObject<RowListHandle | null>;
}

/** All ways to another place of the trajectory, and to fold what is in between. */
export function useMoves({ rows, tree, state, onChange, list }: MoveContext) {
  const wanted = useRef<{ readonly step: number; readonly call: number | null } | null>(null);
  useEffect(() => {
    // After the render that shows the rows of the new state: what was folded has a row only then.
    if (wanted.current === null) return;
    const index = indexOfPlace(rows, tree, wanted.current.step, wanted.current.call);
    wanted.current = null;
    if (index >= 0) list.current?.show(index);
  });
  const go = (step: number, call: number | null = null) => {
    wanted.current = { step, call };
    onChange({ step: { from: step, to: step }, call, ...opened(tree, state, step) });
  };
  const at = currentIndex(rows, tree, state);
  const goToRow = (row: InspectorRow | undefined) => {
    if (row !== undefined) go(row.step.step, row.kind === 'call' ? row.call.call : null);
  };
  const toStep = (by: 1 | -1) => () => {
    const from = by === 1 && state.step !== null ? lastRowOf(rows, state.step.to, at) : at;
    const next = nextRow(rows, from, by, (row) => isStep(row) && !isWithin(row, state));
    // The first press marks the first step in sight, and not the one after it.
    const first = at < 0 ? rows.slice(list.current?.range().first ?? 0).find(isStep) : next;
    if (first !== undefined) go(first.step.step);
  };
  const fold = (head: number) => {
    const has = state.fold.includes(head);
    wanted.current = { step: head, call: null };
    onChange({ fold: has ? state.fold.filter((other) => other !== head) : [...state.fold, head] });
  };
  return {
    go,
    goToRow,
    toStep,
    toProblem: (by: 1 | -1) => () => goToRow(nextRow(rows, at, by, hasProblem)),
    toCall: (by: 1 | -1) => () => goToRow(nextRow(rows, at, by, (row) => row.kind === 'call')),
    toSibling: (by: 1 | -1) => () => {
      for (let chain = chainAt(tree, state); chain !== null; chain = chain.parent) {
        const to = chain.siblings[chain.siblings.indexOf(chain.head) + by];
        if (to !== undefined) return go(to);
      }
    },
    fold,
    foldHere: () => {
      const chain = foldable(chainAt(tree, state) ?? undefined);
      if (chain !== null) fold(chain.head);
    },
    foldAll: () => {
      const heads = tree.chains.filter(isFoldable).map(({ head }) => head);
      onChange({ fold: state.fold.length > 0 ? [] : heads });
    },
    mark: (step: number, extend: boolean) => {
      const from = extend && state.step !== null ? Math.min(state.step.from, step) : step;
      const to = extend && state.step !== null ? Math.max(state.step.from, step) : step;
      onChange({ step: { from, to }, call: null });
    },
  };
}

export type Moves = ReturnType<typeof useMoves>;

function chainAt(tree: StepTree, { step }: InspectorState) {
  return (step === null ? undefined : tree.chainOf(step.from)) ?? null;
}

function isStep(row: InspectorRow): boolean {
  return row.kind !== 'branch' && row.isFirst;
}

function isWithin(row: InspectorRow, { step }: InspectorState): boolean {
  return step !== null && row.step.step >= step.from && row.step.step <= step.to;
}

/** A step may have several rows, and observations of its calls between them. */
function lastRowOf(rows: readonly InspectorRow[], step: number, fallback: number): number {
  const found = rows.findLastIndex((row) => row.kind !== 'branch' && row.isFirst && row.step.step === step);
  return found < 0 ? fallback : found;
}

/** What has to be unfolded, and shown again, for a step to have a row. */
function opened(tree: StepTree, state: InspectorState, step: number): Partial<InspectorState> {
  const heads = new Set<number>();
  let leaves = false;
  for (let chain = tree.chainOf(step) ?? null; chain !== null; chain = chain.parent) {
    heads.add(chain.head);
    leaves ||= !chain.onAnswerPath;
  }
  const fold = state.fold.filter((head) => !heads.has(head));
  return {
    ...(fold.length < state.fold.length ? { fold } : {}),
    ...(leaves && state.path !== null ? { path: null } : {}),
  };
}
