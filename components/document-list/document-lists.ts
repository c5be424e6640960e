'use client';

import { activeFilters } from '@/components/list/filter-model';
import { rowLists, type RowList } from '@/components/list/row-list';
import type { QueryRow } from '@/lib/corpus';
import { runQuery } from '@/lib/data';
import type { DocumentFilter, DocumentSort } from '@/lib/queries/document-filter';
import { documentById, documentOrder, documentRows } from '@/lib/queries/documents';
import { DOCUMENT_FILTERS } from './filters';

export type DocumentRow = QueryRow<ReturnType<typeof documentRows>>;
export type DocumentList = RowList<DocumentRow, DocumentFilter, DocumentSort>;

/** The documents' rows and orders. */
export const DOCUMENT_LISTS = rowLists<DocumentRow, DocumentFilter, DocumentSort>({
  name: 'documents',
  table: 'documents',
  order: documentOrder,
  isWhole: (filter, sort) =>
    sort.column === 'document_id' && sort.direction === 'asc' && activeFilters(DOCUMENT_FILTERS, filter).length === 0,
  rows: (corpus, numbers, options) => runQuery(corpus, documentRows(numbers), options),
  byId: (corpus, id, signal) => runQuery(corpus, documentById(id), { signal }),
  numberOf: (row) => row.document_no,
  idOf: (row) => row.document_id,
});
