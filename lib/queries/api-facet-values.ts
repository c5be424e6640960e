/** Values of one facet found by a part of their text, for facets with more values than are listed. */
import type { Column } from '../corpus/index.ts';
import type { ApiFacet, ApiFilter } from './api-filter.ts';
import { apiMatches } from './api-matches.ts';
import { all, name, query, sql } from './sql.ts';

/** Most values that one look-up returns. */
export const MAX_FOUND_VALUES = 100;

const columns = {
  value: { type: 'text', nullable: true, doc: 'The value.' },
  apis: { type: 'int', doc: 'APIs that match with this facet left open.' },
} as const satisfies Record<string, Column>;

/**
 * @param facet a facet whose values are texts: provider, tool, domain, kind, method, schema_status or source
 * @param text part of the value, in any case
 */
export function apiFacetValues(filter: ApiFilter, facet: ApiFacet, text: string) {
  const matches = apiMatches(filter);
  const others = [...matches.conditions].filter(([key]) => key !== facet).map(([, condition]) => condition);
  const value = name(facet);
  return query(
    { name: 'apiFacetValues', ...matches.reads, columns },
    sql`SELECT ${value} AS value, count(*)::INTEGER AS apis FROM ${matches.from}
      WHERE ${all([...others, sql`contains(lower(${value}), ${text.toLowerCase()})`])}
      GROUP BY ${value} ORDER BY apis DESC, value LIMIT ${MAX_FOUND_VALUES}`,
  );
}
