'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { useSettled } from '@/components/content/use-settled';
import { useFindHighlights } from '@/components/content/use-find-highlights';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { InspectorState } from '@/lib/url';
import type { OpenPanel } from './inspector-panel';
import type { InspectorProps } from './inspector';
import { inspectorRows } from './inspector-rows';
import { kindOfStep } from './kinds';
import { currentIndex, hasProblem } from './places';
import type { RowListHandle } from './row-list';
import type { Shared } from './shared';
import { pairSteps } from './step-pairs';
import { stepTree } from './step-tree';
import type { CallRow, StepRow } from './types';
import { useFind } from './use-find';
import type { ChangeState } from './use-inspector-state';
import { useMoves } from './use-moves';

/** Who stays so long does not just pass by on the way to the next one. */
const LOOKED_AT_MS = 1_500;

/** What the inspector shows, and all that can be done with it. */
export function useInspector({ steps, calls, reads, links, state, onChange }: InspectorProps) {
  const { hide, path, fold } = state;
  const tree = useMemo(() => stepTree(steps), [steps]);
  const rows = useMemo(
    () => inspectorRows(tree, { hide, answerOnly: path === 'answer', fold }),
    [tree, hide, path, fold],
  );
  const list = useRef<RowListHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const moves = useMoves({ rows, tree, state, onChange, list });
  const find = useFind(rows, tree, state.find, hide.length === 0 && path === null && fold.length === 0);
  const pairs = useMemo(() => pairSteps(steps), [steps]);
  const judged = useJudged(calls);
  useFindHighlights(box, state.find.trim());
  const shared: Shared = {
    links,
    reads,
    pairs,
    wrap: state.wrap,
    judged,
    onGo: moves.go,
    onMark: moves.mark,
    onInspect: (step, call) => onChange({ step: { from: step, to: step }, call, panel: 'call' }),
    onFold: moves.fold,
  };
  return {
    tree,
    rows,
    list,
    box,
    moves,
    shared,
    find,
    at: currentIndex(rows, tree, state),
    hasSettled: useSettled(),
    isLookedAt: useSettled(LOOKED_AT_MS),
    panel: usePanel(state, onChange),
    findBar: useFindBar(state, onChange),
    kinds: useKinds(steps),
    problems: useMemo(() => rows.filter(hasProblem).length, [rows]),
    goToHit: (index: number) => {
      find.goTo(index);
      moves.goToRow(rows[find.hits[index]?.row ?? -1]);
    },
  };
}

export type InspectorModel = ReturnType<typeof useInspector>;

function useJudged(calls: readonly CallRow[] | null): Shared['judged'] {
  const byPlace = useMemo(() => new Map((calls ?? []).map((row) => [`${row.step} ${row.call}`, row])), [calls]);
  return useCallback((step, call) => byPlace.get(`${step} ${call}`), [byPlace]);
}

function useKinds(steps: readonly StepRow[]) {
  return useMemo(
    () =>
      new Set(
        steps.flatMap((step) => [
          kindOfStep(step),
          ...(step.reasoning === null || step.reasoning === '' ? [] : (['reasoning'] as const)),
          ...(step.calls.length > 0 ? (['calls'] as const) : []),
        ]),
      ),
    [steps],
  );
}

/** Beside the steps where there is room, and open there at first; a sheet that is asked for elsewhere. */
function usePanel({ panel }: InspectorState, onChange: ChangeState) {
  const isWide = useMediaQuery('(min-width: 64rem)');
  const isOpen = panel === null ? isWide : panel !== 'none';
  const tab: OpenPanel = panel === null || panel === 'none' ? 'call' : panel;
  return {
    tab,
    isOpen,
    isBeside: isOpen && isWide,
    show: (next: OpenPanel) => onChange({ panel: next }),
    toggle: () => onChange({ panel: isOpen ? (isWide ? 'none' : null) : isWide ? null : 'call' }),
  };
}

function useFindBar({ find }: InspectorState, onChange: ChangeState) {
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return {
    field,
    isOpen: asked || find !== '',
    open: () => {
      setAsked(true);
      setTimeout(() => field.current?.select(), 0);
    },
    close: () => {
      setAsked(false);
      onChange({ find: '' });
    },
  };
}
