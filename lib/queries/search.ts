/** Ranked full-text search: the terms of a query, matched by prefix against a search index. */
import type { Materialised, TableName } from '../corpus/index.ts';
import { queryTerms } from '../search/terms.ts';
import { join, name, query, sql, type Sql } from './sql.ts';

/** A term that is longer than what was typed counts this much of one that is equal to it. */
const PREFIX_WEIGHT = 0.5;
/** Terms of as few letters are whole words where very many records hold a word that begins so: it tells nothing yet. */
const SHORT_TERM = 2;
const MAX_SHORT_RECORDS = 400_000;
/** Terms beyond these are ignored, so that a pasted page of text costs no more than a sentence. */
export const MAX_TERMS = 12;

/** The tables of a search index, and the columns that differ between indexes. */
export interface SearchIndex {
  /** Records that are searched. */
  readonly records: TableName;
  readonly terms: TableName;
  readonly postings: TableName;
  /** Number of a record, in the postings as in the records. */
  readonly key: string;
  /** Records that contain a term, in the terms. */
  readonly count: string;
}

export const API_INDEX: SearchIndex = {
  records: 'apis',
  terms: 'api_terms',
  postings: 'api_postings',
  key: 'api_no',
  count: 'n_apis',
};

export const TRAJECTORY_INDEX: SearchIndex = {
  records: 'trajectories',
  terms: 'trajectory_terms',
  postings: 'trajectory_postings',
  key: 'trajectory_no',
  count: 'n_trajectories',
};

const lookupColumns = {
  part: { type: 'int', doc: 'Position of the term in the query.' },
  first_no: { type: 'int', nullable: true, doc: 'First term_no of the prefix; null where no term begins so.' },
  last_no: { type: 'int', nullable: true, doc: 'Last term_no of the prefix.' },
  exact_no: { type: 'int', nullable: true, doc: 'term_no of the term itself; null where the corpus does not hold it.' },
  exact_count: { type: 'int', nullable: true, doc: 'Records that contain the term itself.' },
  prefix_count: { type: 'int', nullable: true, doc: 'Records that contain a term of the prefix, counted per term.' },
  records: { type: 'int', doc: 'Records of the corpus.' },
} as const;

type LookupRow = Readonly<Record<keyof typeof lookupColumns, number | null>>;

/**
 * The records that contain every term of a text, with their scores (columns: the index's key, score).
 * @param text what was typed
 * @returns the result to join on, or null where the text holds no term
 */
export function searchResult(text: string, index: SearchIndex): Materialised | null {
  const wanted = queryTerms(text).slice(0, MAX_TERMS);
  if (wanted.length === 0) return null;
  return {
    name: `search_${index.records}_${fingerprint(wanted.join(' '))}`,
    lookup: query(
      { name: 'searchTerms', from: [index.terms, index.records], columns: lookupColumns },
      lookupStatement(wanted, index),
    ),
    fill: (rows) => {
      const { text: statement, params } = fillStatement(rows as readonly LookupRow[], wanted, index);
      return { sql: statement, params };
    },
    from: [index.postings],
  };
}

function lookupStatement(wanted: readonly string[], index: SearchIndex): Sql {
  const count = name(index.count);
  const parts = wanted.map(
    (term, part) => sql`SELECT ${part} AS part, min(term_no) AS first_no, max(term_no) AS last_no,
      min(term_no) FILTER (term = ${term}) AS exact_no, min(${count}) FILTER (term = ${term}) AS exact_count,
      least(sum(${count}), 2147483647)::INTEGER AS prefix_count, (SELECT count(*)::INTEGER FROM ${name(index.records)}) AS records
      FROM ${name(index.terms)} WHERE term >= ${term} AND term < ${afterPrefix(term)}`,
  );
  return join(parts, ' UNION ALL ');
}

/** Each term of the query scores a record by its best term in the prefix; a record scores the sum over the terms. */
function fillStatement(rows: readonly LookupRow[], wanted: readonly string[], index: SearchIndex): Sql {
  const key = name(index.key);
  const parts = rows.map((row) => partStatement(asWord(row, wanted[row.part ?? 0] ?? ''), index));
  if (parts.length === 1) return parts[0]!;
  return sql`SELECT ${key}, sum(score) AS score FROM (${join(parts, ' UNION ALL ')}) GROUP BY ${key}
    HAVING count(*) = ${parts.length}`;
}

/** The lookup without the longer words, where they are too many to be meant. */
function asWord(row: LookupRow, term: string): LookupRow {
  const { exact_no, prefix_count } = row;
  if (term.length > SHORT_TERM || exact_no === null || (prefix_count ?? 0) <= MAX_SHORT_RECORDS) return row;
  return { ...row, first_no: exact_no, last_no: exact_no };
}

function partStatement(row: LookupRow, index: SearchIndex): Sql {
  const key = name(index.key);
  const records = row.records ?? 0;
  const rarityOfPrefix = PREFIX_WEIGHT * inverseDocumentFrequency(records, Math.min(row.prefix_count ?? 0, records));
  const rarityOfTerm = inverseDocumentFrequency(records, row.exact_count ?? 0);
  const score =
    row.exact_no === null
      ? sql`weight * ${rarityOfPrefix}`
      : sql`weight * CASE WHEN term_no = ${row.exact_no} THEN ${rarityOfTerm} ELSE ${rarityOfPrefix} END`;
  return sql`SELECT ${key}, max(${score}) AS score FROM ${name(index.postings)}
    WHERE term_no BETWEEN ${row.first_no ?? 0} AND ${row.last_no ?? -1} GROUP BY ${key}`;
}

/** As in BM25, always above 0. */
function inverseDocumentFrequency(records: number, withTerm: number): number {
  return Math.log(1 + (records - withTerm + 0.5) / (withTerm + 0.5));
}

/** The least text that is greater than every text with this prefix, in order of code points. */
export function afterPrefix(prefix: string): string {
  const points = [...prefix];
  const last = points.pop()?.codePointAt(0) ?? 0;
  // No character lies between U+D7FF and U+E000: the surrogates are not characters.
  const next = last === 0xd7ff ? 0xe000 : last + 1;
  return next > 0x10ffff ? prefix + '\u{10ffff}' : points.join('') + String.fromCodePoint(next);
}

/** 52 bits of the text (FNV-1a, two lanes), for a name; the engine compares the question itself before it trusts one. */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + (b >>> 12).toString(16).padStart(5, '0');
}
