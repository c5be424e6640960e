/** The current selection of the catalogue as a file. */
import type { Query } from '../corpus/index.ts';
import type { Corpus } from '../duckdb/corpus-file.ts';
import { engine } from './engine.ts';

export type ExportFormat = 'csv' | 'jsonl' | 'parquet';

const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  jsonl: 'application/jsonl;charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

/** Rows of JSON that are written before the page gets its turn. */
const CHUNK = 2_000;

export interface ExportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Takes rows written so far. CSV and Parquet are written by the engine in one go, and tell nothing. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/**
 * @param query exportRows(filter, sort, columns)
 * @returns the file; CSV with a header, JSONL with one object a line, Parquet compressed with zstd
 * @throws CorpusError; the signal's reason once it is aborted
 */
export async function exportSelection(
  corpus: Corpus,
  query: Query,
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<Blob> {
  const { signal } = options;
  if (format !== 'jsonl') {
    const content = await engine.exportFile(corpus, query, format, { signal });
    return new Blob([content as BlobPart], { type: mediaTypes[format] });
  }
  return new Blob(await jsonLines(await engine.run(corpus, query, { signal }), options), { type: mediaTypes.jsonl });
}

/** @returns the lines in pieces, made so that the page stays alive and the work can be given up */
export async function jsonLines(rows: readonly object[], { signal, onProgress }: ExportOptions): Promise<string[]> {
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    signal?.throwIfAborted();
    const lines = rows.slice(from, from + CHUNK).map((row) => `${JSON.stringify(row)}\n`);
    pieces.push(lines.join(''));
    onProgress?.(Math.min(from + CHUNK, rows.length));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return pieces;
}
