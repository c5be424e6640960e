/** Ranked full-text search: the terms of a query, matched by prefix against a search index. */
import type { Materialised, TableName } from '../corpus/index.ts';
import { queryTerms } from '../search/terms.ts';
import { asks, join, name, query, sql, type Sql } from './sql.ts';

/** A term that is longer than what was typed counts this much of one that is equal to it. */
const PREFIX_WEIGHT = 0.5;
/** Terms of as few letters are whole words where very many records hold a word that begins so: it tells nothing yet. */
const SHORT_TERM = 2;
const MAX_SHORT_RECORDS = 150_000;
/** Terms beyond these are ignored, so that a pasted page of text costs no more than a sentence. */
const MAX_TERMS = 12;

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
  first_no: { type: 'int', nullable: true, doc: 'First term_no of the prefix; null where no term begins so.' },
  last_no: { type: 'int', nullable: true, doc: 'Last term_no of the prefix.' },
  exact_no: { type: 'int', nullable: true, doc: 'term_no of the term itself; null where the corpus does not hold it.' },
  exact_count: { type: 'int', nullable: true, doc: 'Records that contain the term itself.' },
  prefix_count: { type: 'int', nullable: true, doc: 'Records that contain a term of the prefix, counted per term.' },
  records: { type: 'int', doc: 'Records of the corpus.' },
} as const;

type LookupRow = Readonly<Record<keyof typeof lookupColumns, number | null>>;

/** A table of scores (columns: the index's key, score), and what has to be made for it, in order. */
export interface SearchResult {
  readonly name: string;
  /** The result of each term; besides the scores it has `fields`, the union of those that hold the term. */
  readonly parts: readonly Materialised[];
  readonly uses: readonly Materialised[];
}

/**
 * The records that contain every term of a text, with their scores. Each term is a result of its own: who types the
 * second word does not wait for the first one again.
 * @param text what was typed
 * @returns the result to join on, or null where the text holds no term
 */
export function searchResult(text: string, index: SearchIndex): SearchResult | null {
  const parts = queryTerms(text)
    .slice(0, MAX_TERMS)
    .map((term) => termResult(term, index));
  const [first, ...others] = parts;
  if (first === undefined) return null;
  if (others.length === 0) return { name: first.name, parts, uses: parts };
  const both = combined(parts, index);
  return { name: both.name, parts, uses: [...parts, both] };
}

/** Records with a term that begins so, scored by their best one. */
function termResult(term: string, index: SearchIndex): Materialised {
  return {
    name: `search_${index.records}_${fingerprint(term)}`,
    lookup: query(
      { name: 'searchTerms', from: [index.terms, index.records], columns: lookupColumns },
      lookupStatement(term, index),
    ),
    fill: ([row]) => {
      const { text, params } = termStatement(asWord(row as LookupRow, term), index);
      return { sql: text, params };
    },
    from: [index.postings],
  };
}

/** Records that all terms have; each scores the sum over them. */
function combined(parts: readonly Materialised[], index: SearchIndex): Materialised {
  const names = parts.map((part) => name(part.name));
  const key = name(index.key);
  const [first, ...others] = names;
  const joined = join([first!, ...others.map((other) => sql`JOIN ${other} USING (${key})`)], ' ');
  const score = join(
    names.map((part) => sql`${part}.score`),
    ' + ',
  );
  const { text, params } = sql`SELECT ${key}, ${score} AS score FROM ${joined}`;
  const question = parts.map((part) => part.name).join(' ');
  return {
    name: `search_${index.records}_${fingerprint(question)}`,
    lookup: asks(question),
    fill: () => ({ sql: text, params }),
    from: [],
  };
}

function lookupStatement(term: string, index: SearchIndex): Sql {
  const count = name(index.count);
  return sql`SELECT min(term_no) AS first_no, max(term_no) AS last_no,
    min(term_no) FILTER (term = ${term}) AS exact_no, min(${count}) FILTER (term = ${term}) AS exact_count,
    least(sum(${count}), 2147483647)::INTEGER AS prefix_count, (SELECT count(*)::INTEGER FROM ${name(index.records)}) AS records
    FROM ${name(index.terms)} WHERE term >= ${term} AND term < ${afterPrefix(term)}`;
}

/** The lookup without the longer words, where they are too many to be meant. */
function asWord(row: LookupRow, term: string): LookupRow {
  const { exact_no, prefix_count } = row;
  if (term.length > SHORT_TERM || exact_no === null || (prefix_count ?? 0) <= MAX_SHORT_RECORDS) return row;
  return { ...row, first_no: exact_no, last_no: exact_no };
}

function termStatement(row: LookupRow, index: SearchIndex): Sql {
  const key = name(index.key);
  const records = row.records ?? 0;
  const rarityOfPrefix = PREFIX_WEIGHT * inverseDocumentFrequency(records, Math.min(row.prefix_count ?? 0, records));
  const rarityOfTerm = inverseDocumentFrequency(records, row.exact_count ?? 0);
  const score =
    row.exact_no === null
      ? sql`weight * ${rarityOfPrefix}`
      : sql`weight * CASE WHEN term_no = ${row.exact_no} THEN ${rarityOfTerm} ELSE ${rarityOfPrefix} END`;
  return sql`SELECT ${key}, max(${score}) AS score, bit_or(fields) AS fields FROM ${name(index.postings)}
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
