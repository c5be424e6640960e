'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { askForFit } from '@/lib/fit/ask-worker';
import type { FitAnswer, FitOrder } from '@/lib/fit/question';

export type FitState =
  | { readonly state: 'running'; readonly part: number }
  | { readonly state: 'done'; readonly answer: FitAnswer }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: Error };

export interface FitUse {
  readonly fit: FitState;
  readonly cancel: () => void;
  readonly again: () => void;
}

interface Attempt {
  readonly order: FitOrder;
  readonly round: number;
}

const BEGINNING: FitState = { state: 'running', part: 0 };

/** @param order what to fit; another one ends the fit of the one before */
export function useFit(order: FitOrder): FitUse {
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<{ readonly attempt: Attempt; readonly fit: FitState } | null>(null);
  const stop = useRef<() => void>(() => {});
  const attempt = useMemo((): Attempt => ({ order, round }), [order, round]);
  useEffect(() => {
    let ended = false;
    const tell = (fit: FitState) => (ended ? undefined : setKnown({ attempt, fit }));
    const asked = askForFit(attempt.order, (part) => tell({ state: 'running', part }));
    asked.result.then(
      (answer) => tell({ state: 'done', answer }),
      (error: Error) => tell({ state: 'failed', error }),
    );
    const end = () => {
      ended = true;
      asked.cancel();
    };
    stop.current = end;
    return end;
  }, [attempt]);
  return {
    fit: known?.attempt === attempt ? known.fit : BEGINNING,
    cancel: () => {
      stop.current();
      setKnown({ attempt, fit: { state: 'cancelled' } });
    },
    again: () => setRound(round + 1),
  };
}
