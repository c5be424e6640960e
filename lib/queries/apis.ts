/** The catalogue's list: which APIs, in which order, and the rows of a window. */
import { tables } from '../corpus/index.ts';
import type { ApiFilter } from './api-filter.ts';
import { NO_FILTER } from './api-filter.ts';
import { apiMatches, orderBy, selectMatches, sortKeys } from './api-matches.ts';
import { BY_RELEVANCE, type ApiSort } from './sorts.ts';
import { list, query, select, sql, type Sql } from './sql.ts';

const { columns } = tables.apis;

/** Most rows that one window asks for. */
export const MAX_WINDOW = 300;

/** The numbers of all matches, in order: one integer column, so that any row of the list is known at once. */
export function apiOrder(filter: ApiFilter, sort: ApiSort) {
  const matches = apiMatches(filter);
  const selection = selectMatches(filter, matches, sortKeys(sort, matches.searched));
  return query(
    { name: 'apiOrder', ...matches.reads, columns: { api_no: columns.api_no } },
    sql`SELECT api_no FROM (${selection}) ORDER BY ${orderBy(sort, matches.searched)}`,
  );
}

/**
 * The rows of a window of the list, in order of api_no; the caller puts them in the list's order.
 * @param apiNos at most MAX_WINDOW numbers
 */
export function apiRows(apiNos: readonly number[]) {
  const wanted = apiNos.slice(0, MAX_WINDOW);
  return query(
    { name: 'apiRows', from: ['apis'], columns },
    sql`SELECT ${select(columns)} FROM apis WHERE ${wanted.length === 0 ? sql`FALSE` : sql`api_no IN ${list(wanted)}`} ORDER BY api_no`,
  );
}

/** The rows of some ids, in order of api_no; ids that do not exist are left out. */
export function apiByIds(ids: readonly string[]) {
  return query(
    { name: 'apiByIds', from: ['apis'], columns },
    sql`SELECT ${select(columns)} FROM apis WHERE ${ids.length === 0 ? sql`FALSE` : sql`api_id IN ${list(ids)}`} ORDER BY api_no`,
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

const { api_no, api_id, provider, tool, name: title, method, path, summary } = columns;
const quickColumns = { api_no, api_id, provider, tool, name: title, method, path, summary } as const;

/** The best matches of a text, for the command palette; none where it holds no term. */
export function quickSearch(text: string, limit = 8) {
  const matches = apiMatches({ ...NO_FILTER, q: text });
  return query(
    { name: 'quickSearch', ...matches.reads, columns: quickColumns },
    sql`SELECT ${select(quickColumns)} FROM ${matches.from} WHERE ${matches.searched ? sql`TRUE` : sql`FALSE`}
      ORDER BY ${orderBy(BY_RELEVANCE, matches.searched)} LIMIT ${limit}`,
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
  return query(
    { name: 'apiNeighbours', ...matches.reads, columns: neighbourColumns },
    sql`WITH list AS MATERIALIZED (
        SELECT api_no, (row_number() OVER (ORDER BY ${orderBy(sort, matches.searched)}))::INTEGER AS position
        FROM (${selectMatches(filter, matches, sortKeys(sort, matches.searched))})
      ), here AS (SELECT list.position AS p FROM list JOIN apis USING (api_no) WHERE api_id = ${id})
      SELECT ${idAt(sql`p - 1`)} AS previous_id, ${idAt(sql`p + 1`)} AS next_id, p AS position,
        (SELECT count(*)::INTEGER FROM list) AS apis FROM here`,
  );
}

function idAt(place: Sql): Sql {
  return sql`(SELECT api_id FROM apis JOIN list USING (api_no) WHERE list.position = ${place})`;
}
