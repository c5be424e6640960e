/** Where a search matched: for rows whose hit the list does not show. */
import { tables, type Column } from '../corpus/index.ts';
import { queryTerms } from '../search/terms.ts';
import { afterPrefix, MAX_TERMS } from './search.ts';
import { join, list, query, sql, type Sql } from './sql.ts';

/** Bits of api_postings.fields that the list shows: name, path and summary. */
const SHOWN = 7;

const columns = {
  api_no: tables.apis.columns.api_no,
  fields: {
    type: 'int',
    doc: 'Union of the fields of those terms that no shown field holds; bits of api_postings.fields.',
  },
} as const satisfies Record<string, Column>;

/**
 * For each API the fields that hold those terms of a search which neither name, path nor summary hold.
 * @param text what was typed
 * @param apiNos a screenful or a few; APIs that do not match are left out of the result
 */
export function apiMatchFields(text: string, apiNos: readonly number[]) {
  const terms = queryTerms(text).slice(0, MAX_TERMS);
  const none = terms.length === 0 || apiNos.length === 0;
  const parts = none
    ? [sql`SELECT 0 AS part, api_no, fields FROM api_postings WHERE FALSE`]
    : terms.map((term, part) => hits(term, part, apiNos));
  return query(
    { name: 'apiMatchFields', from: ['api_terms', 'api_postings'], columns },
    sql`SELECT api_no, bit_or(CASE WHEN fields & ${SHOWN} = 0 THEN fields ELSE 0 END)::INTEGER AS fields
      FROM (SELECT part, api_no, bit_or(fields) AS fields FROM (${join(parts, ' UNION ALL ')}) GROUP BY part, api_no)
      GROUP BY api_no ORDER BY api_no`,
  );
}

function hits(term: string, part: number, apiNos: readonly number[]): Sql {
  const prefix = sql`FROM api_terms WHERE term >= ${term} AND term < ${afterPrefix(term)}`;
  return sql`SELECT ${part} AS part, api_no, fields FROM api_postings
    WHERE term_no BETWEEN (SELECT min(term_no) ${prefix}) AND (SELECT max(term_no) ${prefix}) AND api_no IN ${list(apiNos)}`;
}
