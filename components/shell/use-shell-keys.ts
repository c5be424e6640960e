'use client';

import { useEffect, useEffectEvent } from 'react';

export interface ShellKeys {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
  /** The letter that followed `g`. */
  readonly onGo: (letter: string) => void;
}

/** How long after `g` its second letter counts, in milliseconds. */
const SEQUENCE = 1_000;

/** Keys that work on every page. Single letters are left alone while someone types or a dialog is open. */
export function useShellKeys({ onPalette, onHelp, onGo }: ShellKeys): void {
  const palette = useEffectEvent(onPalette);
  const help = useEffectEvent(onHelp);
  const go = useEffectEvent(onGo);
  useEffect(() => {
    let pressedG = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        palette();
        return;
      }
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
      const follows = event.timeStamp - pressedG < SEQUENCE;
      pressedG = !follows && event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (follows) go(event.key);
      else if (event.key === '?') help();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]') !== null)
    return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
