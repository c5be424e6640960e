/** Uses the idle time after the first screen. */
import type { Corpus } from '../duckdb/corpus-file.ts';
import { warmUp } from './engine.ts';

/** Starts the engine and loads the catalogue's table once the page has painted and has nothing else to do: for a page
 * from which one goes on to the catalogue. Others have better use for two cores. */
export function warmCatalogueWhenIdle(corpus: Corpus): void {
  if (saveData()) return;
  const begin = () => warmUp(corpus, ['apis']);
  const whenIdle = () =>
    typeof window.requestIdleCallback === 'function'
      ? window.requestIdleCallback(begin, { timeout: 2_000 })
      : setTimeout(begin, 200);
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
}

/** Readers who ask for little data get the engine only when they open a view that needs it. */
function saveData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
