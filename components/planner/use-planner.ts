'use client';

import { useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import type { Manifest } from '@/lib/corpus/manifest';
import { weightsOf, withShare, type Shares } from '@/lib/mixture/edit-shares';
import { allocate, sharesOf, type Mixture, type Plan } from '@/lib/mixture/plan';
import { strataOf, type Stratum } from '@/lib/mixture/strata';
import { planOf, planParsers, planUrlKeys, type PlanState } from '@/lib/url';

export interface Planner {
  readonly strata: readonly Stratum[];
  readonly state: PlanState;
  readonly plan: Plan;
  /** Part of the whole by stratum, as the sliders stand. */
  readonly shares: Shares;
  readonly mixture: Mixture;
  readonly locked: ReadonlySet<string>;
  /** A step that the back button takes back. */
  readonly change: (part: Partial<PlanState>) => void;
  /** Moves a slider, or lets go of it. */
  readonly setShare: (keys: readonly string[], share: number, settled: boolean) => void;
  readonly toggleLock: (keys: readonly string[]) => void;
}

/** Weights that are ahead of the URL, and those of the URL that the drag began with. */
interface Drag {
  readonly from: PlanState['weights'];
  readonly weights: Readonly<Record<string, number>>;
}

/** The plan, as the URL has it, and what it comes to. A slider that is being dragged is ahead of the URL. */
export function usePlanner(manifest: Manifest): Planner {
  const [state, setState] = useQueryStates(planParsers, { urlKeys: planUrlKeys, history: 'push' });
  const [drag, setDrag] = useState<Drag | null>(null);
  // Whatever else changes the address (a commit, the back button) ends the drag, for good: the slider reports its
  // last move by keyboard after it has let go.
  if (drag !== null && drag.from !== state.weights) setDrag(null);
  const dragged = drag?.weights ?? null;
  const strata = useMemo(() => strataOf(manifest), [manifest]);
  const plan = useMemo(
    () => planOf({ ...state, weights: dragged ?? state.weights }, manifest.totals.tokens),
    [state, dragged, manifest],
  );
  const shares = useMemo(() => {
    const list = sharesOf(strata, plan.weights);
    return Object.fromEntries(strata.map(({ key }, i) => [key, list[i] ?? 0]));
  }, [strata, plan]);
  const locked = useMemo(() => new Set(state.locked), [state.locked]);
  const change = (part: Partial<PlanState>) => {
    setDrag(null);
    void setState(part);
  };
  return {
    strata,
    state,
    plan,
    shares,
    mixture: useMemo(() => allocate(strata, plan), [strata, plan]),
    locked,
    change,
    setShare: (keys, share, settled) => {
      const weights = weightsOf(strata, withShare(strata, shares, new Set(keys), share, locked));
      if (settled) change({ weights, origin: null });
      else setDrag({ from: state.weights, weights });
    },
    toggleLock: (keys) => {
      const rest = state.locked.filter((key) => !keys.includes(key));
      change({ locked: keys.every((key) => locked.has(key)) ? rest : [...rest, ...keys] });
    },
  };
}
