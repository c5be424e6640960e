/** Files made of the current selection: their formats and names. lib/data writes them. */
import type { ExportFormat } from '@/lib/data';
import type { ApiFilter } from '@/lib/queries/api-filter';
import { activeFilters } from './facets';

export const EXPORT_FORMATS: readonly {
  readonly format: ExportFormat;
  readonly label: string;
  readonly hint: string;
}[] = [
  { format: 'csv', label: 'CSV', hint: 'for spreadsheets' },
  { format: 'jsonl', label: 'JSON Lines', hint: 'one object a line' },
  { format: 'parquet', label: 'Parquet', hint: 'typed, smallest' },
];

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
