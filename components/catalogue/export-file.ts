/** Files made of the current selection: formats, names and JSON Lines. CSV and Parquet are written by the engine. */
import type { ApiFilter } from '@/lib/queries/api-filter';
import { activeFilters } from './facets';

export type ExportFormat = 'csv' | 'jsonl' | 'parquet';

export const EXPORT_FORMATS: readonly {
  readonly format: ExportFormat;
  readonly label: string;
  readonly hint: string;
}[] = [
  { format: 'csv', label: 'CSV', hint: 'for spreadsheets' },
  { format: 'jsonl', label: 'JSON Lines', hint: 'one object a line' },
  { format: 'parquet', label: 'Parquet', hint: 'typed, smallest' },
];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  jsonl: 'application/x-ndjson;charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

/**
 * A name that says what is in the file.
 * @param corpus name of the corpus
 * @returns e.g. `default-apis-method-get-tokens-at-least-100.csv`; at most 100 characters before the ending
 */
export function exportFileName(corpus: string, filter: ApiFilter, format: ExportFormat): string {
  const parts = activeFilters(filter).map(({ label, value }) => `${label} ${value}`);
  const slug = ['apis', ...parts]
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${corpus}-${slug}`.slice(0, 100).replace(/[-.]+$/, '') + `.${format}`;
}

const CHUNK = 2_000;

/**
 * Rows as JSON Lines, in pieces, so that the page stays alive and the work can be given up.
 * @param onProgress takes rows written so far
 * @throws the signal's reason once it is aborted
 */
export async function toJsonLines(
  rows: readonly object[],
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (rows: number) => void },
): Promise<Blob> {
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    signal.throwIfAborted();
    pieces.push(
      rows
        .slice(from, from + CHUNK)
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    onProgress(Math.min(from + CHUNK, rows.length));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(pieces, { type: MEDIA_TYPES.jsonl });
}
