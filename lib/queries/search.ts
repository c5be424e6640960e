/** Ranked full-text search of the catalogue: the terms of a query, matched by prefix against the search index. */
import type { Materialised } from '../corpus/index.ts';
import { queryTerms } from '../search/terms.ts';
import { join, query, sql, type Sql } from './sql.ts';

/** A term that is longer than what was typed counts this much of one that is equal to it. */
const PREFIX_WEIGHT = 0.5;
/** Terms beyond these are ignored, so that a pasted page of text costs no more than a sentence. */
export const MAX_TERMS = 12;

const lookupColumns = {
  part: { type: 'int', doc: 'Position of the term in the query.' },
  first_no: { type: 'int', nullable: true, doc: 'First term_no of the prefix; null where no term begins so.' },
  last_no: { type: 'int', nullable: true, doc: 'Last term_no of the prefix.' },
  exact_no: { type: 'int', nullable: true, doc: 'term_no of the term itself; null where the corpus does not hold it.' },
  exact_apis: { type: 'int', nullable: true, doc: 'APIs that contain the term itself.' },
  prefix_apis: { type: 'int', nullable: true, doc: 'APIs that contain a term of the prefix, counted per term.' },
  apis: { type: 'int', doc: 'APIs of the corpus.' },
} as const;

type LookupRow = Readonly<Record<keyof typeof lookupColumns, number | null>>;

/**
 * The APIs that contain every term of a text, with their scores (columns api_no, score).
 * @param text what was typed
 * @returns the result to join on, or null where the text holds no term
 */
export function searchResult(text: string): Materialised | null {
  const wanted = queryTerms(text).slice(0, MAX_TERMS);
  if (wanted.length === 0) return null;
  return {
    name: `search_${fingerprint(wanted.join(' '))}`,
    lookup: query(
      { name: 'searchTerms', from: ['api_terms', 'apis'], columns: lookupColumns },
      lookupStatement(wanted),
    ),
    fill: (rows) => {
      const { text: statement, params } = fillStatement(rows as readonly LookupRow[]);
      return { sql: statement, params };
    },
    from: ['api_postings'],
  };
}

function lookupStatement(wanted: readonly string[]): Sql {
  const parts = wanted.map(
    (term, part) => sql`SELECT ${part} AS part, min(term_no) AS first_no, max(term_no) AS last_no,
      min(term_no) FILTER (term = ${term}) AS exact_no, min(n_apis) FILTER (term = ${term}) AS exact_apis,
      least(sum(n_apis), 2147483647)::INTEGER AS prefix_apis, (SELECT count(*)::INTEGER FROM apis) AS apis
      FROM api_terms WHERE term >= ${term} AND term < ${afterPrefix(term)}`,
  );
  return join(parts, ' UNION ALL ');
}

/** Each term of the query scores an API by its best term in the prefix; an API scores the sum over the terms. */
function fillStatement(rows: readonly LookupRow[]): Sql {
  const parts = rows.map(partStatement);
  if (parts.length === 1) return parts[0]!;
  return sql`SELECT api_no, sum(score) AS score FROM (${join(parts, ' UNION ALL ')}) GROUP BY api_no
    HAVING count(*) = ${parts.length}`;
}

function partStatement(row: LookupRow): Sql {
  const apis = row.apis ?? 0;
  const rarityOfPrefix = PREFIX_WEIGHT * inverseDocumentFrequency(apis, Math.min(row.prefix_apis ?? 0, apis));
  const rarityOfTerm = inverseDocumentFrequency(apis, row.exact_apis ?? 0);
  const score =
    row.exact_no === null
      ? sql`weight * ${rarityOfPrefix}`
      : sql`weight * CASE WHEN term_no = ${row.exact_no} THEN ${rarityOfTerm} ELSE ${rarityOfPrefix} END`;
  return sql`SELECT api_no, max(${score}) AS score FROM api_postings
    WHERE term_no BETWEEN ${row.first_no ?? 0} AND ${row.last_no ?? -1} GROUP BY api_no`;
}

/** As in BM25, always above 0. */
function inverseDocumentFrequency(apis: number, withTerm: number): number {
  return Math.log(1 + (apis - withTerm + 0.5) / (withTerm + 0.5));
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
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + (b >>> 12).toString(16).padStart(5, '0');
}
