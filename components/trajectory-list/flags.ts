'use client';

import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

/** Flags are the reader's own: kept in this browser for each corpus, and in no link. */
const KEY = 'forge.flags';
/** Flags of one corpus beyond these are not kept. */
const MAX_FLAGS = 10_000;

const flagged = v.record(v.string(), v.array(v.string()));
const NONE: readonly string[] = [];

const listeners = new Set<() => void>();
let known: { readonly text: string | null; readonly flags: Readonly<Record<string, readonly string[]>> } | null = null;

function read(): Readonly<Record<string, readonly string[]>> {
  const text = stored();
  if (known?.text !== text || known === null) known = { text, flags: parse(text) };
  return known.flags;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage can be switched off: flags then live as long as the page.
    return known?.text ?? null;
  }
}

function parse(text: string | null): Readonly<Record<string, readonly string[]>> {
  if (text === null) return {};
  try {
    const parsed = v.safeParse(flagged, JSON.parse(text));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

function write(corpus: string, ids: readonly string[]): void {
  const { [corpus]: _old, ...rest } = read();
  const flags = ids.length === 0 ? rest : { ...rest, [corpus]: ids };
  const text = JSON.stringify(flags);
  try {
    localStorage.setItem(KEY, text);
    known = { text, flags };
  } catch {
    known = { text: stored(), flags };
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab may flag too.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/**
 * The flagged trajectories of a corpus, oldest first.
 * @param corpus its address
 */
export function useFlags(corpus: string): readonly string[] {
  const get = () => read()[corpus] ?? NONE;
  return useSyncExternalStore(subscribe, get, () => NONE);
}

/** Flags a trajectory, or no longer. */
export function toggleFlag(corpus: string, id: string): void {
  const ids = read()[corpus] ?? NONE;
  write(corpus, ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id].slice(-MAX_FLAGS));
}

/** Takes all flags of a corpus away. */
export function clearFlags(corpus: string): void {
  write(corpus, []);
}
