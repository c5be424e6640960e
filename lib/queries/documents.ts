/** The list of documents, and one of them with its text. */
import { tables, type Column } from '../corpus/index.ts';
import { MAX_WINDOW } from './apis.ts';
import {
  documentOrderBy,
  LISTED,
  documentsFrom,
  LISTED_FROM,
  selectDocuments,
  type DocumentFilter,
  type DocumentSort,
} from './document-filter.ts';
import { list, query, select, sql, type Sql } from './sql.ts';

/** Columns of a row of the list. */
export const listedColumns = {
  ...tables.documents.columns,
  density: { type: 'float', nullable: true, doc: 'Tokens per byte; null for a document of no bytes.' },
  duplicate: { type: 'text', nullable: true, doc: 'exact or near, where the document repeats an earlier one.' },
} as const satisfies Record<string, Column>;

/** The numbers of all matches, in order: one integer column, so that any row of the list is known at once. */
export function documentOrder(filter: DocumentFilter, sort: DocumentSort) {
  return query(
    { name: 'documentOrder', from: documentsFrom(filter), columns: { document_no: listedColumns.document_no } },
    sql`SELECT document_no FROM (${selectDocuments(filter, sql`*`)}) ORDER BY ${documentOrderBy(sort)}`,
  );
}

/**
 * The rows of a window of the list, in order of document_no; the caller puts them in the list's order.
 * @param numbers at most MAX_WINDOW numbers
 */
export function documentRows(numbers: readonly number[]) {
  const wanted = numbers.slice(0, MAX_WINDOW);
  return rowsWhere('documentRows', wanted.length === 0 ? sql`FALSE` : sql`document_no IN ${list(wanted)}`);
}

/** One document; no row where the id is unknown. */
export function documentById(id: string) {
  return rowsWhere('documentById', sql`document_id = ${id}`);
}

function rowsWhere(label: string, condition: Sql) {
  return query(
    { name: label, from: LISTED_FROM, columns: listedColumns },
    sql`SELECT ${select(listedColumns)} FROM ${LISTED} WHERE ${condition} ORDER BY document_no`,
  );
}

/** How many documents match, the sample's limit included. */
export function documentCount(filter: DocumentFilter) {
  return query(
    {
      name: 'documentCount',
      from: documentsFrom(filter),
      columns: { documents: { type: 'int', doc: 'Documents that match.' } },
    },
    sql`SELECT count(*)::INTEGER AS documents FROM (${selectDocuments(filter, sql`document_no`)})`,
  );
}

/** Every match in order with the columns of the list, for export. */
export function documentExport(filter: DocumentFilter, sort: DocumentSort) {
  return query(
    { name: 'documentExport', from: documentsFrom(filter), columns: listedColumns },
    sql`SELECT ${select(listedColumns)} FROM (${selectDocuments(filter, sql`*`)}) ORDER BY ${documentOrderBy(sort)}`,
  );
}

/** The text of one document. */
export function documentText(id: string) {
  return query(
    {
      name: 'documentText',
      from: [{ table: 'document_texts', id }],
      isRecord: true,
      columns: tables.document_texts.columns,
    },
    sql`SELECT * FROM document_texts WHERE document_id = ${id}`,
  );
}

/** Characters that a preview shows. */
const PREVIEW_CHARACTERS = 3_000;

/** How one document begins. */
export function documentBeginning(id: string) {
  return query(
    {
      name: 'documentBeginning',
      from: [{ table: 'document_texts', id }],
      columns: { text: { type: 'text', doc: `The first ${PREVIEW_CHARACTERS} characters.` } },
    },
    sql`SELECT substr("content", 1, ${PREVIEW_CHARACTERS}) AS text FROM document_texts WHERE document_id = ${id}`,
  );
}

/** What a document repeats; no row where it repeats none. */
export function documentDuplicateOf(id: string) {
  const { duplicate_of, kind, similarity } = tables.duplicates.columns;
  return query(
    { name: 'documentDuplicateOf', from: ['duplicates'], columns: { duplicate_of, kind, similarity } },
    sql`SELECT duplicate_of::VARCHAR AS duplicate_of, kind::VARCHAR AS kind, similarity FROM duplicates
      WHERE record_id = ${id} AND component IN ('code', 'text')`,
  );
}

const neighbourColumns = {
  previous_id: { type: 'text', nullable: true, doc: 'document_id before.' },
  next_id: { type: 'text', nullable: true, doc: 'document_id after.' },
  position: { type: 'int', doc: 'Place in the list, from 1.' },
  documents: { type: 'int', doc: 'Documents in the list.' },
} as const satisfies Record<string, Column>;

/** The documents before and after one in the order of a filter; null at either end. No row where the filter leaves it out. */
export function documentNeighbours(id: string, filter: DocumentFilter, sort: DocumentSort) {
  return query(
    { name: 'documentNeighbours', from: documentsFrom(filter), columns: neighbourColumns },
    sql`SELECT previous_id::VARCHAR AS previous_id, next_id::VARCHAR AS next_id, position, documents FROM (
        SELECT document_id, lag(document_id) OVER ordered AS previous_id, lead(document_id) OVER ordered AS next_id,
          (row_number() OVER ordered)::INTEGER AS position, (count(*) OVER ())::INTEGER AS documents
        FROM (${selectDocuments(filter, sql`*`)}) WINDOW ordered AS (ORDER BY ${documentOrderBy(sort)}))
      WHERE document_id = ${id}`,
  );
}
