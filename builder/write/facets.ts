/** What lists of trajectories are counted and filtered by, in tables of small numbers. */
import type { Database } from './duckdb.ts';

/** Columns of trajectory_facets as expressions over a trajectory. */
const FACETS: Readonly<Record<string, (from: string) => string>> = {
  source: (from) => `${from}.source`,
  kind: (from) => `${from}.kind`,
  domain: (from) => `${from}.domain`,
  model: (from) => `${from}.model`,
  outcome: (from) => `${from}.outcome`,
  format: (from) => `${from}.format`,
  problems: (from) => `${from}.problems`,
  has_errors: (from) => `${from}.n_errors > 0`,
  has_branches: (from) => `${from}.n_branches > 0`,
};

/**
 * Makes trajectory_facets.
 * @param db holds s_trajectories
 */
export async function makeFacets(db: Database): Promise<void> {
  const columns = Object.entries(FACETS).map(([name, value]) => `${value('s')} AS ${name}`);
  const order = Object.keys(FACETS).map((name) => `${name} NULLS LAST`);
  await db.run(`CREATE TABLE trajectory_facets AS
    SELECT (row_number() OVER (ORDER BY ${order.join(', ')}) - 1)::INTEGER AS facet_no, * FROM (
      SELECT ${columns.join(', ')}, count(*)::INTEGER AS n_trajectories, sum(tokens)::DOUBLE AS tokens
      FROM s_trajectories s GROUP BY ALL)`);
}

/** @returns the condition under which a trajectory `from` has the combination of facets `facets` */
export function sameFacets(from: string, facets: string): string {
  return Object.entries(FACETS)
    .map(([name, value]) => `${facets}.${name} IS NOT DISTINCT FROM (${value(from)})`)
    .join(' AND ');
}

/**
 * Makes called_tools and tool_postings.
 * @param db holds the final calls and trajectories
 */
export async function makeCalledTools(db: Database): Promise<void> {
  // A name that is linked counts as its API, whatever it is called by; one that is not, as itself.
  const tool = "coalesce('a' || c.api_id, 'n' || c.tool_name)";
  await db.run(`CREATE TABLE called_tools AS
    SELECT (row_number() OVER (ORDER BY api_id NULLS LAST, tool_name) - 1)::INTEGER AS tool_no, * FROM (
      SELECT api_id, min(tool_name) AS tool_name, count(*)::INTEGER AS n_calls,
        count(DISTINCT trajectory_id)::INTEGER AS n_trajectories, count(*) FILTER (len(problems) > 0)::INTEGER AS n_invalid
      FROM calls c GROUP BY api_id, ${tool})`);
  await db.run(`CREATE TABLE tool_postings AS
    SELECT u.tool_no, t.trajectory_no, count(*)::INTEGER AS n_calls, min(p.at)::INTEGER AS first_call, max(p.at)::INTEGER AS last_call
    FROM (
      SELECT trajectory_id, ${tool} AS tool, row_number() OVER (PARTITION BY trajectory_id ORDER BY step, call) - 1 AS at FROM calls c
    ) p JOIN trajectories t USING (trajectory_id) JOIN (SELECT tool_no, ${tool} AS tool FROM called_tools c) u USING (tool)
    GROUP BY u.tool_no, t.trajectory_no`);
}
