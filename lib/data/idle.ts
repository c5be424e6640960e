import type { Corpus } from '../duckdb/corpus-file.ts';
import { warmUp } from './engine.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Starts the engine and loads the catalogue's table once the page has painted and has nothing else to do: for a page
 * from which one goes on to the catalogue. Others have better use for two cores.
 */
export function warmCatalogueWhenIdle(corpus: Corpus): void {
  if (saveData()) return;
  const begin = () => void whenIdle(() => warmUp(corpus, ['apis']), 2_000, 200);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

/** Readers who ask for little data get the engine only when they open a view that needs it. */
function saveData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
