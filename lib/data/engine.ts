/** The page's one engine. Its code and its files load when the first query or the idle time after the first screen asks. */
import type { Column, Query, RowOf } from '../corpus/index.ts';
import type { Corpus } from '../duckdb/corpus-file.ts';
import { Engine, type RunOptions } from '../duckdb/engine.ts';
import { LIMITS } from '../duckdb/limits.ts';
import { fetchReadAhead } from './read-ahead.ts';
import { siteUrl } from './site.ts';

type Columns = Readonly<Record<string, Column>>;

export const engine = new Engine(
  async (onBytes) => {
    const { openBrowserDatabase } = await import('../duckdb/browser.ts');
    return openBrowserDatabase(siteUrl('engine/'), onBytes);
  },
  fetchReadAhead,
  LIMITS,
  // A page of one record has it in its head (linked-record.ts); where one is come to from another page, it is loaded.
  async () => window.forgeRecordReader ?? import('../duckdb/record-reader.ts'),
);

/**
 * Runs a query outside of rendering: in events and effects.
 * @throws CorpusError; CancelledError where the signal or a newer query of the lane came first
 */
export function runQuery<C extends Columns>(
  corpus: Corpus,
  query: Query<C>,
  options: RunOptions = {},
): Promise<readonly RowOf<C>[]> {
  return engine.run(corpus, query, options);
}

/** As runQuery, for a query of one int column. */
export function runColumn(corpus: Corpus, query: Query, options: RunOptions = {}): Promise<Int32Array> {
  return engine.runColumn(corpus, query, options);
}

/** Starts the engine while corpus.json is still on its way; a failure surfaces with the first query. */
export function startEngine(): void {
  engine.boot().catch(() => {});
}

/** Starts the engine and loads the tables of these names, behind everything else; failures surface when they are asked for. */
export function warmUp(corpus: Corpus, from: Query['from']): void {
  engine.prepare(corpus, from).catch(() => {});
}
