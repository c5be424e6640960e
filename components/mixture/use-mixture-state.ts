'use client';

import { useQueryStates } from 'nuqs';
import { boundWindow, mixtureParsers, mixtureUrlKeys, type MixtureState } from '@/lib/url';

export interface MixtureStateUse {
  readonly state: MixtureState;
  readonly change: (part: Partial<MixtureState>) => void;
}

/** What /mixture/ shows, as the URL has it. */
export function useMixtureState(): MixtureStateUse {
  const [state, setState] = useQueryStates(mixtureParsers, { urlKeys: mixtureUrlKeys });
  return {
    state: { ...state, window: boundWindow(state.window) },
    change: (part) => void setState(part),
  };
}
