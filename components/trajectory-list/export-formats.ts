import type { ExportChoice } from '@/components/list/export-menu';
import { exportSelection, exportTrajectories, type Corpus, type ExportFormat } from '@/lib/data';
import { EXPORT_FORMATS, type TrajectoryFormat } from '@/lib/export/formats';
import type { Query } from '@/lib/corpus';

type TableFormat = Extract<ExportFormat, 'parquet' | 'csv'>;
export type ListExportFormat = TrajectoryFormat | TableFormat;

/** Files that the current selection can be written to: whole trajectories, or the rows of the list. */
export const LIST_EXPORTS: readonly ExportChoice<ListExportFormat>[] = [
  ...EXPORT_FORMATS.map(({ id, label, note }) => ({ id, label, hint: note })),
  { id: 'parquet', label: 'Parquet', hint: 'The rows of the list, typed, in its order.' },
  { id: 'csv', label: 'CSV', hint: 'The rows of the list, for spreadsheets.' },
];

const isTable = (format: ListExportFormat): format is TableFormat => format === 'parquet' || format === 'csv';

/** @returns what follows the name of a file, e.g. `openai.jsonl` */
export function extensionOf(format: ListExportFormat): string {
  if (isTable(format)) return format;
  return format === 'forge' ? 'jsonl' : `${format}.jsonl`;
}

interface Selection {
  /** trajectory_no of what is written. */
  readonly numbers: Int32Array;
  /** The rows of the list, for tables. */
  readonly rows: Query;
}

/**
 * @returns the file
 * @throws CorpusError; the signal's reason once it is aborted
 */
export async function exportList(
  corpus: Corpus,
  { numbers, rows }: Selection,
  format: ListExportFormat,
  options: { readonly signal: AbortSignal; readonly onProgress: (rows: number) => void },
): Promise<Blob> {
  if (isTable(format)) return exportSelection(corpus, rows, format, options);
  const { writeTrajectory } = await import('@/lib/export');
  return exportTrajectories(corpus, numbers, (whole) => writeTrajectory(format, whole), options);
}
