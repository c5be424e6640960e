'use client';

import { DOCUMENT_FILTERS } from '@/components/document-list/filters';
import type { ListState } from '@/components/document-list/use-list-state';
import { exportFileName } from '@/components/list/export-file';
import { ExportMenu, type ExportChoice } from '@/components/list/export-menu';
import { exportSelection, type Corpus, type ExportFormat } from '@/lib/data';
import { documentExport } from '@/lib/queries/documents';

const FORMATS: readonly ExportChoice<ExportFormat>[] = [
  { id: 'parquet', label: 'Parquet', hint: 'The rows of the list, typed, in its order.' },
  { id: 'csv', label: 'CSV', hint: 'The rows of the list, for spreadsheets.' },
];

export interface ListExportProps {
  readonly corpus: Corpus;
  readonly state: ListState;
  readonly count: number;
}

/** What the list shows as a file, and as a link. */
export function ListExport({ corpus, state, count }: ListExportProps) {
  return (
    <ExportMenu
      nouns={DOCUMENT_FILTERS.nouns}
      formats={FORMATS}
      count={count}
      fileName={(format) => exportFileName(corpus.name, DOCUMENT_FILTERS, state.filter, format)}
      onExport={(format, options) => exportSelection(corpus, documentExport(state.filter, state.sort), format, options)}
    />
  );
}
