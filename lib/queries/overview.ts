/** What the overview asks for beyond corpus.json: a record drawn at random, and distributions. */
import { tables } from '../corpus/index.ts';
import { query, sql } from './sql.ts';

/**
 * One API by its place in the order of ids.
 * @param index 0 to the number of APIs - 1; no row beyond
 */
export function apiAt(index: number) {
  return query(
    { name: 'apiAt', from: ['apis'], columns: { api_id: tables.apis.columns.api_id } },
    sql`SELECT api_id FROM apis WHERE api_no = ${index}`,
  );
}

/**
 * One trajectory by its place in the order of ids.
 * @param index 0 to the number of trajectories - 1; no row beyond
 */
export function trajectoryAt(index: number) {
  return query(
    {
      name: 'trajectoryAt',
      from: ['trajectories'],
      columns: { trajectory_id: tables.trajectories.columns.trajectory_id },
    },
    sql`SELECT trajectory_id FROM trajectories ORDER BY trajectory_id LIMIT 1 OFFSET ${index}`,
  );
}

/** Tokens per record of every source and component: bins with their records, and the quantiles. */
export function tokenDistributions() {
  const { source, component, statistic, lower, upper, records, value } = tables.token_stats.columns;
  return query(
    {
      name: 'tokenDistributions',
      from: ['token_stats'],
      columns: { source, component, statistic, lower, upper, records, value },
    },
    sql`SELECT "source", component, statistic, "lower", "upper", records, "value" FROM token_stats
      WHERE dimension = '' AND measure = 'tokens' AND statistic IN ('histogram', 'quantile', 'count', 'sum', 'max')
      ORDER BY component, "source", statistic, "lower"`,
  );
}
