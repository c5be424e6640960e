/** Tells when something that a view may wait for is there, or has failed. */

const listeners = new Set<() => void>();

/** @returns what ends the listening */
export function onSettled(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tellSettled(): void {
  for (const listener of listeners) listener();
}
