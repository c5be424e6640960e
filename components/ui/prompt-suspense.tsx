'use client';

import { Suspense, useLayoutEffect, useReducer, type ReactNode } from 'react';
import { onSettled } from '@/lib/data';

export interface PromptSuspenseProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/**
 * Suspense that shows what was waited for as soon as it is there. React keeps a placeholder up for 300 ms (its
 * FALLBACK_THROTTLE_MS), lest placeholders flicker one after the other; ours have the size of what comes, and a link that
 * is answered in 400 ms would be drawn after 700. A render that the boundary asks for itself is not held back.
 */
export function PromptSuspense({ fallback, children }: PromptSuspenseProps) {
  const [, attempt] = useReducer((attempts: number) => attempts + 1, 0);
  return (
    <Suspense
      fallback={
        <>
          <Waiting onSettled={attempt} />
          {fallback}
        </>
      }
    >
      {children}
    </Suspense>
  );
}

/** Is there as long as the placeholder is. */
function Waiting({ onSettled: listener }: { readonly onSettled: () => void }) {
  useLayoutEffect(() => {
    const end = onSettled(listener);
    // What is waited for may be code, of which several files arrive in one frame.
    let frame: number | null = null;
    const attempt = () => {
      frame = null;
      listener();
    };
    const onLoad = ({ target }: Event) => {
      if (target instanceof HTMLScriptElement) frame ??= requestAnimationFrame(attempt);
    };
    document.addEventListener('load', onLoad, true);
    return () => {
      end();
      document.removeEventListener('load', onLoad, true);
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [listener]);
  return null;
}
