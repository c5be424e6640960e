'use client';

import { useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { inspectorParsers, type InspectorState } from '@/lib/url';

export type ChangeState = (change: Partial<InspectorState>) => void;

/** How a trajectory is looked at, as the address has it. Moving about leaves no trail in the history. */
export function useInspectorState(): { readonly state: InspectorState; readonly change: ChangeState } {
  const [state, setState] = useQueryStates(inspectorParsers, { history: 'replace' });
  const change = useCallback<ChangeState>((values) => void setState(values), [setState]);
  return { state, change };
}
