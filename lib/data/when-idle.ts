/**
 * Runs work once the page is drawn and has nothing more urgent to do.
 * @param timeout milliseconds after which it runs all the same
 * @param otherwise milliseconds until it runs in a browser that does not tell (Safari)
 * @returns gives it up
 */
export function whenIdle(work: () => void, timeout: number, otherwise = 0): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, otherwise);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout });
  return () => cancelIdleCallback(handle);
}
