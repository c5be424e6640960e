/** Counts beside the list of documents: values per facet, histograms of the ranges. */
import type { Column } from '../corpus/index.ts';
import { MAX_FACET_VALUES } from './api-facets.ts';
import {
  conditionsWithout,
  DOCUMENT_COUNTS,
  DOCUMENT_FACETS,
  LISTED,
  documentsFrom,
  type DocumentCount,
  type DocumentFacet,
  type DocumentFilter,
} from './document-filter.ts';
import { join, name, query, sql, type Sql } from './sql.ts';

const facetColumns = {
  facet: { type: 'text', doc: 'Facet of the list.' },
  value: { type: 'text', nullable: true, doc: 'The value; null for none.' },
  documents: { type: 'int', doc: 'Documents that match with this facet left open.' },
} as const satisfies Record<string, Column>;

/** Values and counts of a facet, its own choice left out: they say what another choice would give. */
function countValues(facet: DocumentFacet, filter: DocumentFilter): Sql {
  return sql`SELECT ${name(facet)}::VARCHAR AS value, count(*)::INTEGER AS documents FROM ${LISTED}
    WHERE ${conditionsWithout(filter, facet)} GROUP BY 1`;
}

/** Values and counts of every facet, most first. A sample does not narrow them: they count what it is drawn from. */
export function documentFacets(filter: DocumentFilter) {
  const counts = DOCUMENT_FACETS.map(
    (facet) => sql`SELECT ${facet} AS facet, value, documents FROM (${countValues(facet, filter)}
      ORDER BY documents DESC, value LIMIT ${MAX_FACET_VALUES})`,
  );
  return query(
    { name: 'documentFacets', from: documentsFrom(filter), columns: facetColumns },
    sql`SELECT * FROM (${join(counts, ' UNION ALL ')}) ORDER BY facet, documents DESC, value`,
  );
}

/** Most values that one look-up returns. */
const MAX_FOUND_VALUES = 100;

/** Values of one facet found by a part of their text, in any case, for facets with more values than are listed. */
export function documentFacetValues(filter: DocumentFilter, facet: DocumentFacet, text: string) {
  return query(
    { name: 'documentFacetValues', from: documentsFrom(filter), columns: facetColumns },
    sql`SELECT ${facet} AS facet, value, documents FROM (${countValues(facet, filter)})
      WHERE contains(lower(value), ${text.toLowerCase()}) ORDER BY documents DESC, value LIMIT ${MAX_FOUND_VALUES}`,
  );
}

/** Bins of the histogram of tokens per byte, from 0 to 1; more than 1 is in the last one. */
export const DENSITY_BINS = 50;

const rangeColumns = {
  range: { type: 'text', doc: 'tokens, chars, bytes or density.' },
  bin: {
    type: 'int',
    doc: '0 for the count 0; n for counts from 2^(n-1) up to 2^n. Of density: from 0, DENSITY_BINS of one width.',
  },
  documents: { type: 'int', doc: 'Documents in the bin.' },
} as const satisfies Record<string, Column>;

/** A small histogram for each range; a range's own limits are left out of its own. */
export function documentRanges(filter: DocumentFilter) {
  const counts = (Object.keys(DOCUMENT_COUNTS) as DocumentCount[]).map((range) => {
    const value = name(DOCUMENT_COUNTS[range]);
    return sql`SELECT ${range} AS range, CASE WHEN ${value} <= 0 THEN 0 ELSE floor(log2(${value}))::INTEGER + 1 END AS bin,
      count(*)::INTEGER AS documents FROM ${LISTED} WHERE ${conditionsWithout(filter, range)} GROUP BY 2`;
  });
  const density = sql`SELECT 'density' AS range, least(${DENSITY_BINS - 1}, floor(density * ${DENSITY_BINS})::INTEGER) AS bin,
    count(*)::INTEGER AS documents FROM ${LISTED} WHERE density IS NOT NULL AND ${conditionsWithout(filter, 'density')} GROUP BY 2`;
  return query(
    { name: 'documentRanges', from: documentsFrom(filter), columns: rangeColumns },
    sql`SELECT * FROM (${join([...counts, density], ' UNION ALL ')}) ORDER BY range, bin`,
  );
}
