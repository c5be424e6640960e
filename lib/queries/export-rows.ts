/** The current selection, whole, for a file. */
import { tables, type Column } from '../corpus/index.ts';
import { type ApiColumn, type ApiFilter } from './api-filter.ts';
import { apiMatches, orderBy, selectMatches } from './api-matches.ts';
import type { ApiSort } from './sorts.ts';
import { query, select, sql } from './sql.ts';

/**
 * Every match in order, for export.
 * @param columns columns of apis, in the order of the file; all of them where empty
 */
export function exportRows(filter: ApiFilter, sort: ApiSort, columns: readonly ApiColumn[]) {
  const matches = apiMatches(filter);
  const all = Object.keys(tables.apis.columns) as ApiColumn[];
  const chosen = columns.length === 0 ? all : columns;
  const returned: Record<string, Column> = Object.fromEntries(
    chosen.map((column) => [column, tables.apis.columns[column]]),
  );
  const needed = matches.searched ? sql`apis.*, score` : sql`apis.*`;
  return query(
    { name: 'exportRows', ...matches.reads, columns: returned },
    sql`SELECT ${select(returned)} FROM (${selectMatches(filter, matches, needed)})
      ORDER BY ${orderBy(sort, matches.searched)}`,
  );
}
