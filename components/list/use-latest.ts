'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';

export interface Latest<T> {
  /** The newest answer that is here; null before the first. */
  readonly value: T | null;
  /** Key of the question that `value` answers. */
  readonly valueKey: string | null;
  /** True while a newer question is on its way. */
  readonly stale: boolean;
  /** What the question that is asked now failed with, else null. An aborted question does not fail. */
  readonly error: unknown;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

interface State<T> {
  readonly answer: { readonly key: string; readonly value: T } | null;
  readonly failure: { readonly key: string; readonly error: unknown } | null;
}

/**
 * The answer to the newest of many questions: asked at once on every change, the question before it aborted, the last
 * answer kept until the next is here.
 * @param key names the question; null asks none
 * @param load answers it; called again only when the key changes. `put` shows an answer that a better one will follow
 */
export function useLatest<T>(
  key: string | null,
  load: (signal: AbortSignal, put: (value: T) => void) => Promise<T>,
): Latest<T> {
  const [{ answer, failure }, setState] = useState<State<T>>({ answer: null, failure: null });
  const request = useRef<AbortController | null>(null);
  const start = (asked: string) => {
    const controller = new AbortController();
    request.current = controller;
    const put = (value: T) => {
      if (!controller.signal.aborted) setState({ answer: { key: asked, value }, failure: null });
    };
    load(controller.signal, put).then(put, (error: unknown) => {
      if (!controller.signal.aborted) setState((state) => ({ ...state, failure: { key: asked, error } }));
    });
  };
  const ask = useEffectEvent((asked: string) => {
    if (answer?.key !== asked) start(asked);
  });
  useEffect(() => {
    if (key !== null) ask(key);
    return () => request.current?.abort();
  }, [key]);
  const retry = () => {
    request.current?.abort();
    setState((state) => ({ ...state, failure: null }));
    if (key !== null) start(key);
  };
  return {
    value: answer?.value ?? null,
    valueKey: answer?.key ?? null,
    stale: key !== null && answer?.key !== key,
    error: failure !== null && failure.key === key ? failure.error : null,
    retry,
  };
}
