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

/**
 * @param query exportRows(filter, sort, columns)
 * @returns the file; CSV with a header, JSONL with one object a line, Parquet compressed with zstd
 * @throws CorpusError
 */
export async function exportSelection(
  corpus: Corpus,
  query: Query,
  format: ExportFormat,
  signal?: AbortSignal,
): Promise<Blob> {
  const content =
    format === 'jsonl'
      ? await jsonLines(corpus, query, signal)
      : await engine.exportFile(corpus, query, format, { signal });
  return new Blob([content as BlobPart], { type: mediaTypes[format] });
}

async function jsonLines(corpus: Corpus, query: Query, signal: AbortSignal | undefined): Promise<string> {
  const rows = await engine.run(corpus, query, { signal });
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
