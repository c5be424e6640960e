/** The document list's state in the URL. Names of parameters never change: links outlive versions. */
import { DIMENSIONS, tables } from '../corpus/index.ts';
import {
  BY_DOCUMENT_ID,
  NO_DOCUMENT_FILTER,
  type DocumentColumn,
  type DocumentFilter,
  type DocumentSort,
} from '../queries/document-filter.ts';
import { limits, list, range, sample, sort, text, word } from './parsers.ts';

export const DOCUMENT_SORTS = [...(Object.keys(tables.documents.columns) as DocumentColumn[]), 'density'] as const;

/** For useQueryStates: the keys are those of the filter. */
export const documentListParsers = {
  q: text,
  sources: list,
  components: list,
  languages: list,
  licences: list,
  licenceOf: list,
  duplicates: list,
  tokens: range,
  chars: range,
  bytes: range,
  density: limits,
  others: word(DIMENSIONS),
  sample,
  sort: sort(DOCUMENT_SORTS),
} as const;

export const documentUrlKeys = {
  sources: 'source',
  components: 'component',
  languages: 'language',
  licences: 'licence',
  licenceOf: 'licence_of',
  duplicates: 'duplicate',
  density: 'tokens_per_byte',
} as const satisfies Partial<Record<keyof typeof documentListParsers, string>>;

export type DocumentListState = DocumentFilter & { readonly sort: DocumentSort | null };

export const NO_DOCUMENT_LIST: DocumentListState = { ...NO_DOCUMENT_FILTER, sort: null };

/** The order in which a list is shown: as chosen, else by id. */
export function effectiveDocumentSort({ sort: chosen }: Pick<DocumentListState, 'sort'>): DocumentSort {
  return chosen ?? BY_DOCUMENT_ID;
}

/** The filter alone, e.g. for documentOrder. */
export function documentFilterOf({ sort: _sort, ...filter }: DocumentListState): DocumentFilter {
  return filter;
}
