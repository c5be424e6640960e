import type { ExportChoice } from '@/components/list/export-menu';
import type { ExportFormat } from '@/lib/data';

/** Files that the current selection can be written to; lib/data writes them. */
export const EXPORT_FORMATS: readonly ExportChoice<ExportFormat>[] = [
  { id: 'csv', label: 'CSV', hint: 'for spreadsheets' },
  { id: 'jsonl', label: 'JSON Lines', hint: 'one object a line' },
  { id: 'parquet', label: 'Parquet', hint: 'typed, smallest' },
];
