/** The APIs that a filter matches, as the parts of a statement: shared by order, facets, ranges, groups and export. */
import type { Materialised, TableUse } from '../corpus/index.ts';
import { apiConditions, type ApiFacet, type ApiFilter, type ApiRange } from './api-filter.ts';
import { linkedApis, type LinkedSelection } from './linked-filter.ts';
import { API_INDEX, searchResult } from './search.ts';
import type { ApiSort } from './sorts.ts';
import { all, name, sql, type Sql } from './sql.ts';

export interface Matches {
  /** `apis`, or those of them that a link from the mixture asks for, joined with the search where there is one. */
  readonly from: Sql;
  readonly conditions: ReadonlyMap<ApiFacet | ApiRange, Sql>;
  readonly searched: boolean;
  /** For the query's `from` and `uses`. */
  readonly reads: { readonly from: readonly TableUse[]; readonly uses: readonly Materialised[] };
}

export function apiMatches(filter: ApiFilter): Matches {
  const search = searchResult(filter.q, API_INDEX);
  const linked = linkedApis(filter);
  const apis = linked.length === 0 ? sql`apis` : sql`(SELECT * FROM apis WHERE ${all(linked.map(isAmong))}) apis`;
  return {
    from: search === null ? apis : sql`${apis} JOIN ${name(search.name)} USING (api_no)`,
    conditions: apiConditions(filter),
    searched: search !== null,
    reads: { from: [...new Set<TableUse>(['apis', ...linked.flatMap(({ from }) => from)])], uses: search?.uses ?? [] },
  };
}

const isAmong = ({ statement }: LinkedSelection) => sql`api_no IN (${statement})`;

/** @returns `SELECT columns FROM … WHERE …` over all matches, or over the sample of them that the filter asks for. */
export function selectMatches(filter: ApiFilter, matches: Matches, columns: Sql): Sql {
  const selection = sql`SELECT ${columns} FROM ${matches.from} WHERE ${all([...matches.conditions.values()])}`;
  if (filter.sample === null) return selection;
  return sql`${selection} ORDER BY hash(api_no, ${filter.sample.seed}), api_no LIMIT ${filter.sample.n}`;
}

/** @returns `column direction NULLS LAST, api_no`: values that are missing come last in either direction. */
export function orderBy(sort: ApiSort, searched: boolean): Sql {
  const direction = sort.direction === 'desc' ? sql`DESC` : sql`ASC`;
  const key = sortKey(sort, searched);
  if (key === 'api_no') return sql`api_no ${sort.column === 'relevance' ? sql`ASC` : direction}`;
  return sql`${name(key)} ${direction} NULLS LAST, api_no`;
}

/** @returns the columns that orderBy needs of a selection. */
export function sortKeys(sort: ApiSort, searched: boolean): Sql {
  const key = sortKey(sort, searched);
  return key === 'api_no' ? sql`api_no` : sql`api_no, ${name(key)}`;
}

function sortKey({ column }: ApiSort, searched: boolean): string {
  if (column === 'relevance') return searched ? 'score' : 'api_no';
  // api_no is the order of api_id, and an integer sorts far faster than a text.
  return column === 'api_id' ? 'api_no' : column;
}
