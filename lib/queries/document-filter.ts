/** What the list of documents can be narrowed by, and the selection that it becomes. */
import type { Columns, Dimension, TableUse } from '../corpus/index.ts';
import { beyondBuckets, oneOf, underLicence, within, type Range } from './narrow.ts';
import type { Sort } from './sorts.ts';
import { all, name, sql, type Sql } from './sql.ts';

export interface DocumentFilter {
  /** Words of which each is part of the title, in any case; or an id. */
  readonly q: string;
  /** Values of a list are alternatives; an empty list does not narrow. The empty string stands for "no value". */
  readonly sources: readonly string[];
  readonly components: readonly string[];
  readonly languages: readonly string[];
  readonly licences: readonly string[];
  /** Sources whose own licence is one of these: their documents count where they state none. */
  readonly licenceOf: readonly string[];
  /** How the document repeats an earlier one: exact or near; the empty string stands for "it does not". */
  readonly duplicates: readonly string[];
  readonly tokens: Range | null;
  readonly chars: Range | null;
  readonly bytes: Range | null;
  /** Tokens per byte. */
  readonly density: Range | null;
  /** Only values of this column that charts sum up as "all others"; null for all. */
  readonly others: Dimension | null;
  /** A random sample of the matches: the same seed draws the same documents. */
  readonly sample: { readonly n: number; readonly seed: number } | null;
}

export const NO_DOCUMENT_FILTER: DocumentFilter = {
  q: '',
  sources: [],
  components: [],
  languages: [],
  licences: [],
  licenceOf: [],
  duplicates: [],
  tokens: null,
  chars: null,
  bytes: null,
  density: null,
  others: null,
  sample: null,
};

export const DOCUMENT_FACETS = ['source', 'component', 'language', 'licence', 'duplicate'] as const;
export type DocumentFacet = (typeof DOCUMENT_FACETS)[number];

/** Ranges of counts, with their columns. */
export const DOCUMENT_COUNTS = { tokens: 'tokens', chars: 'chars', bytes: 'bytes' } as const;
export type DocumentCount = keyof typeof DOCUMENT_COUNTS;
export type DocumentRange = DocumentCount | 'density';

export type DocumentColumn = keyof Columns<'documents'>;
export type DocumentSort = Sort<DocumentColumn | 'density'>;

export const BY_DOCUMENT_ID: DocumentSort = { column: 'document_id', direction: 'asc' };

/** Documents with what other tables know of them; `density` is null for those of no bytes. */
export const LISTED = sql`(SELECT d.*, d.tokens / nullif(d.bytes, 0) AS density, r.kind AS duplicate
  FROM documents d LEFT JOIN duplicates r ON r.record_id = d.document_id AND r.component = d.component)`;

/** What reading LISTED takes. */
export const LISTED_FROM: readonly TableUse[] = ['documents', 'duplicates'];

/** What reading the documents of a filter takes. */
export function documentsFrom({ others }: DocumentFilter): readonly TableUse[] {
  return others === null ? LISTED_FROM : [...LISTED_FROM, 'token_stats'];
}

/** The conditions of a filter, one for each facet and range that narrows; search and sample are not among them. */
export function documentConditions(filter: DocumentFilter): Map<DocumentFacet | DocumentRange, Sql> {
  const conditions: readonly (readonly [DocumentFacet | DocumentRange, Sql | null])[] = [
    ['source', oneOf(sql`"source"`, filter.sources)],
    ['component', oneOf(sql`component`, filter.components)],
    ['language', oneOf(sql`"language"`, filter.languages)],
    ['licence', underLicence(filter.licences, oneOf(sql`"source"`, filter.licenceOf))],
    ['duplicate', oneOf(sql`duplicate`, filter.duplicates)],
    ['tokens', within(sql`tokens`, filter.tokens)],
    ['chars', within(sql`chars`, filter.chars)],
    ['bytes', within(sql`bytes`, filter.bytes)],
    ['density', within(sql`density`, filter.density)],
  ];
  return new Map(conditions.flatMap(([key, condition]) => (condition === null ? [] : [[key, condition] as const])));
}

/** Every condition, that of one facet or range left out where it is named. */
export function conditionsWithout(filter: DocumentFilter, without: DocumentFacet | DocumentRange | null): Sql {
  const kept = [...documentConditions(filter)].filter(([key]) => key !== without).map(([, condition]) => condition);
  return all([...searchConditions(filter.q), ...otherValues(filter.others), ...kept]);
}

function otherValues(dimension: Dimension | null): Sql[] {
  if (dimension === null || dimension === 'domain') return [];
  return [beyondBuckets(dimension, sql`component`, name(dimension))];
}

/** @returns conditions that hold for documents whose title has every word, or whose id is the text */
export function searchConditions(q: string): Sql[] {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const inTitle = all(words.map((word) => sql`contains(lower(title), ${word})`));
  return [sql`(${inTitle} OR document_id = ${q.trim()})`];
}

/** @returns `SELECT columns FROM … WHERE …` over all matches, or over the sample of them that the filter asks for. */
export function selectDocuments(filter: DocumentFilter, columns: Sql): Sql {
  const selection = sql`SELECT ${columns} FROM ${LISTED} WHERE ${conditionsWithout(filter, null)}`;
  if (filter.sample === null) return selection;
  return sql`${selection} ORDER BY hash(document_no, ${filter.sample.seed}), document_no LIMIT ${filter.sample.n}`;
}

/** @returns `column direction NULLS LAST, document_no`: values that are missing come last in either direction */
export function documentOrderBy({ column, direction }: DocumentSort): Sql {
  const way = direction === 'desc' ? sql`DESC` : sql`ASC`;
  // document_no is the order of document_id, and an integer sorts far faster than a text.
  if (column === 'document_id') return sql`document_no ${way}`;
  return sql`${name(column)} ${way} NULLS LAST, document_no`;
}
