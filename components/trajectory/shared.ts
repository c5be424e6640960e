'use client';

import { createContext, use } from 'react';
import type { StepPairs } from './step-pairs';
import type { CallRow, InspectorReads, TrajectoryLinks } from './types';

/** What every row and panel of one inspector knows. */
export interface Shared {
  readonly links: TrajectoryLinks;
  readonly reads: InspectorReads;
  readonly pairs: StepPairs;
  readonly wrap: boolean;
  /** What the table of calls says of a call; undefined while it is not read. */
  readonly judged: (step: number, call: number) => CallRow | undefined;
  /** Goes to a step, or a call of it, and marks it in the address. */
  readonly onGo: (step: number, call?: number | null) => void;
  /** Marks a step in the address, or all from the marked one to it. */
  readonly onMark: (step: number, extend: boolean) => void;
  /** Opens the panel with a call in it. */
  readonly onInspect: (step: number, call: number) => void;
  readonly onFold: (head: number) => void;
}

export const SharedContext = createContext<Shared | null>(null);

export function useShared(): Shared {
  const shared = use(SharedContext);
  if (shared === null) throw new TypeError('outside of an inspector');
  return shared;
}

/** @returns the address of a step or a call on this page, its list and its view kept */
export function addressOf(step: string, call: number | null = null): string {
  const url = new URL(window.location.href);
  url.searchParams.set('step', step);
  if (call === null) url.searchParams.delete('call');
  else url.searchParams.set('call', String(call));
  return url.href;
}
