/** Counts beside the catalogue: values per facet, histograms of the ranges, APIs per provider and tool. */
import { tables, type Column } from '../corpus/index.ts';
import { API_FACETS, API_RANGES, type ApiFacet, type ApiFilter, type ApiRange } from './api-filter.ts';
import { apiMatches } from './api-matches.ts';
import { all, join, name, query, sql, type Sql } from './sql.ts';

/** Most values that one facet lists; those selected always are among them. */
export const MAX_FACET_VALUES = 200;

const facetColumns = {
  facet: { type: 'text', doc: 'provider, tool, domain, kind, method, schema_status, source, deprecated or called.' },
  value: {
    type: 'text',
    nullable: true,
    doc: 'The value; true or false for deprecated, called or uncalled for called.',
  },
  apis: { type: 'int', doc: 'APIs that match with this facet left open.' },
} as const satisfies Record<string, Column>;

const facetValue: Record<ApiFacet, Sql> = {
  provider: sql`provider`,
  tool: sql`tool`,
  domain: sql`"domain"`,
  kind: sql`kind`,
  method: sql`"method"`,
  schema_status: sql`schema_status`,
  source: sql`"source"`,
  deprecated: sql`deprecated`,
  called: sql`called`,
};

/**
 * Values and counts of every facet, most first. A facet's own choice is left out of its counts, so that they say what
 * another choice would give. A sample does not narrow them: they count what it is drawn from.
 */
export function apiFacets(filter: ApiFilter) {
  const matches = apiMatches(filter);
  const narrowing = API_FACETS.filter((facet) => matches.conditions.has(facet));
  const ranges = (Object.keys(API_RANGES) as ApiRange[]).flatMap((range) => matches.conditions.get(range) ?? []);
  // One pass marks which facets leave a row out; a row counts for a facet that is the only one to do so, or if none does.
  const misses = narrowing.map(
    (facet, bit) => sql`CASE WHEN ${matches.conditions.get(facet)!} THEN 0 ELSE ${2 ** bit} END`,
  );
  const total = misses.length === 0 ? sql`0` : join(misses, ' + ');
  const counts = API_FACETS.map((facet) => countValues(facet, narrowing.indexOf(facet), selectedOf(facet, filter)));
  return query(
    { name: 'apiFacets', ...matches.reads, columns: facetColumns },
    sql`WITH marked AS MATERIALIZED (SELECT provider, tool, "domain", kind, "method", schema_status, "source", deprecated,
      n_calls > 0 AS called, ${total} AS misses FROM ${matches.from} WHERE ${all(ranges)})
      ${join(counts, ' UNION ALL ')}`,
  );
}

function countValues(facet: ApiFacet, bit: number, selected: readonly string[]): Sql {
  const value = facetValue[facet];
  const counted = bit < 0 ? sql`misses = 0` : sql`misses IN (0, ${2 ** bit})`;
  const first =
    selected.length === 0
      ? sql``
      : sql`coalesce(${value}, '') IN (${join(
          selected.map((v) => sql`${v}`),
          ', ',
        )}) DESC, `;
  const shown = facet === 'called' ? sql`CASE WHEN value THEN 'called' ELSE 'uncalled' END` : sql`value::VARCHAR`;
  return sql`SELECT ${facet} AS facet, ${shown} AS value, apis FROM (
    SELECT ${value} AS value, count(*)::INTEGER AS apis FROM marked WHERE ${counted} GROUP BY ${value}
    ORDER BY ${first}apis DESC, value LIMIT ${MAX_FACET_VALUES})`;
}

/** Chosen values of the facets that have more values than are listed. */
function selectedOf(facet: ApiFacet, filter: ApiFilter): readonly string[] {
  if (facet === 'provider') return filter.providers;
  if (facet === 'tool') return filter.tools;
  return facet === 'domain' ? filter.domains : [];
}

const rangeColumns = {
  range: { type: 'text', doc: 'params, tokens or calls.' },
  bin: { type: 'int', doc: '0 for the value 0; n for values from 2^(n-1) up to 2^n.' },
  lower: { type: 'int', doc: 'Least value in the bin.' },
  upper: { type: 'int', doc: 'Greatest value in the bin.' },
  apis: { type: 'int', doc: 'APIs in the bin.' },
} as const satisfies Record<string, Column>;

/** A small histogram for each range slider, bins doubling in width; a range's own limits are left out of its histogram. */
export function apiRanges(filter: ApiFilter) {
  const matches = apiMatches(filter);
  const histograms = (Object.keys(API_RANGES) as ApiRange[]).map((range) => {
    const value = name(API_RANGES[range]);
    const others = [...matches.conditions].filter(([key]) => key !== range).map(([, condition]) => condition);
    return sql`SELECT ${range} AS range, bin, min(v) AS lower, max(v) AS upper, count(*)::INTEGER AS apis FROM (
      SELECT ${value} AS v, CASE WHEN ${value} <= 0 THEN 0 ELSE floor(log2(${value}))::INTEGER + 1 END AS bin
      FROM ${matches.from} WHERE ${all(others)}) GROUP BY bin`;
  });
  return query(
    { name: 'apiRanges', ...matches.reads, columns: rangeColumns },
    sql`SELECT * FROM (${join(histograms, ' UNION ALL ')}) ORDER BY range, bin`,
  );
}

const { provider, tool } = tables.apis.columns;

/** Providers and their tools in order of id, with counts: the groups into which the list can be folded. */
export function apiGroups(filter: ApiFilter) {
  const matches = apiMatches(filter);
  const returned = {
    provider,
    tool,
    apis: { type: 'int', doc: 'APIs that match.' },
    first_no: tables.apis.columns.api_no,
  } as const;
  return query(
    { name: 'apiGroups', ...matches.reads, columns: returned },
    sql`SELECT provider::VARCHAR AS provider, tool::VARCHAR AS tool, count(*)::INTEGER AS apis, min(api_no) AS first_no FROM ${matches.from}
      WHERE ${all([...matches.conditions.values()])} GROUP BY provider, tool ORDER BY first_no`,
  );
}
