/** Where a search matched: for rows whose hit the list does not show. */
import { tables, type Column } from '../corpus/index.ts';
import { API_INDEX, searchResult } from './search.ts';
import { join, list, name, query, sql } from './sql.ts';

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
  const parts = (apiNos.length === 0 ? null : searchResult(text, API_INDEX)?.parts) ?? [];
  const hits = parts.map((part) => sql`SELECT api_no, fields FROM ${name(part.name)} WHERE api_no IN ${list(apiNos)}`);
  const all = hits.length === 0 ? sql`SELECT 0 AS api_no, 0 AS fields WHERE FALSE` : join(hits, ' UNION ALL ');
  return query(
    { name: 'apiMatchFields', from: [], uses: parts, columns },
    sql`SELECT api_no, bit_or(CASE WHEN fields & ${SHOWN} = 0 THEN fields ELSE 0 END)::INTEGER AS fields
      FROM (${all}) GROUP BY api_no ORDER BY api_no`,
  );
}
