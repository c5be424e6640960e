/** The catalogue's list: which APIs, in which order, and the rows of a window. */
import { tables } from '../corpus/index.ts';
import type { ApiFilter } from './api-filter.ts';
import { NO_FILTER } from './api-filter.ts';
import { apiMatches, BY_RELEVANCE, orderBy, selectMatches, type ApiSort } from './api-matches.ts';
import { list, name, query, sql } from './sql.ts';

const { columns } = tables.apis;

/** Most rows that one window asks for. */
export const MAX_WINDOW = 300;

/** The numbers of all matches, in order: one integer column, so that any row of the list is known at once. */
export function apiOrder(filter: ApiFilter, sort: ApiSort) {
  const matches = apiMatches(filter);
  const needed =
    matches.searched && sort.column === 'relevance' ? sql`api_no, score` : sql`api_no, ${sortColumn(sort)}`;
  return query(
    { name: 'apiOrder', ...matches.reads, columns: { api_no: columns.api_no } },
    sql`SELECT api_no FROM (${selectMatches(filter, matches, needed)}) ORDER BY ${orderBy(sort, matches.searched)}`,
  );
}

function sortColumn({ column }: ApiSort) {
  return column === 'relevance' ? name('api_id') : name(column === 'api_no' ? 'api_id' : column);
}

/**
 * The rows of a window of the list, in order of api_no; the caller puts them in the list's order.
 * @param apiNos at most MAX_WINDOW numbers
 */
export function apiRows(apiNos: readonly number[]) {
  const wanted = apiNos.slice(0, MAX_WINDOW);
  return query(
    { name: 'apiRows', from: ['apis'], columns },
    sql`SELECT * FROM apis WHERE ${wanted.length === 0 ? sql`FALSE` : sql`api_no IN ${list(wanted)}`} ORDER BY api_no`,
  );
}

/** The rows of some ids, in order of api_no; ids that do not exist are left out. */
export function apiByIds(ids: readonly string[]) {
  return query(
    { name: 'apiByIds', from: ['apis'], columns },
    sql`SELECT * FROM apis WHERE ${ids.length === 0 ? sql`FALSE` : sql`api_id IN ${list(ids)}`} ORDER BY api_no`,
  );
}

/** How many APIs match, the sample's limit included. */
export function apiCount(filter: ApiFilter) {
  const matches = apiMatches(filter);
  return query(
    { name: 'apiCount', ...matches.reads, columns: { apis: { type: 'int', doc: 'APIs that match.' } } },
    sql`SELECT count(*)::INTEGER AS apis FROM (${selectMatches(filter, matches, sql`api_no`)})`,
  );
}

/** The best matches of a text, for the command palette. */
export function quickSearch(text: string, limit = 8) {
  const filter = { ...NO_FILTER, q: text };
  const matches = apiMatches(filter);
  const { api_no, api_id, provider, tool, name: title, method, path, summary } = columns;
  return query(
    {
      name: 'quickSearch',
      ...matches.reads,
      columns: { api_no, api_id, provider, tool, name: title, method, path, summary },
    },
    sql`SELECT api_no, api_id, provider, tool, "name", "method", path, summary FROM ${matches.from}
      WHERE ${matches.searched ? sql`TRUE` : sql`FALSE`}
      ORDER BY ${matches.searched ? orderBy(BY_RELEVANCE, true) : sql`api_no`} LIMIT ${limit}`,
  );
}

const neighbourColumns = {
  previous_id: { type: 'text', nullable: true, doc: 'api_id before.' },
  next_id: { type: 'text', nullable: true, doc: 'api_id after.' },
  position: { type: 'int', doc: 'Place in the list, from 1.' },
  apis: { type: 'int', doc: 'APIs in the list.' },
} as const;

/**
 * The APIs before and after one in the order of a filter; null at either end. No row where the filter leaves the API out.
 * @param id an api_id
 */
export function apiNeighbours(id: string, filter: ApiFilter, sort: ApiSort) {
  const matches = apiMatches(filter);
  const order = orderBy(sort, matches.searched);
  return query(
    { name: 'apiNeighbours', ...matches.reads, columns: neighbourColumns },
    sql`SELECT previous_id, next_id, position, apis FROM (
      SELECT api_id, lag(api_id) OVER w AS previous_id, lead(api_id) OVER w AS next_id,
        (row_number() OVER w)::INTEGER AS position, (count(*) OVER ())::INTEGER AS apis
      FROM (${selectMatches(filter, matches, matches.searched ? sql`apis.*, score` : sql`apis.*`)})
      WINDOW w AS (ORDER BY ${order})
    ) WHERE api_id = ${id}`,
  );
}
