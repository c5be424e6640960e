/** The list of trajectories, and one of them with its steps. */
import { tables, type Column } from '../corpus/index.ts';
import { MAX_WINDOW } from './apis.ts';
import { join, list, name, query, select, sql, type Sql } from './sql.ts';
import {
  TRAJECTORY_FACETS,
  trajectoryTables,
  trajectoryWhere,
  type TrajectoryFacet,
  type TrajectoryFilter,
  type TrajectorySort,
} from './trajectory-filter.ts';

const { columns } = tables.trajectories;

function orderBy({ column, direction }: TrajectorySort): Sql {
  const order = direction === 'desc' ? sql`DESC` : sql`ASC`;
  if (column === 'trajectory_id') return sql`trajectory_id ${order}`;
  return sql`${name(column)} ${order} NULLS LAST, trajectory_id`;
}

/** The ids of all matches, in order. */
export function trajectoryOrder(filter: TrajectoryFilter, sort: TrajectorySort) {
  return query(
    { name: 'trajectoryOrder', from: trajectoryTables(filter), columns: { trajectory_id: columns.trajectory_id } },
    sql`SELECT trajectory_id FROM trajectories WHERE ${trajectoryWhere(filter)} ORDER BY ${orderBy(sort)}`,
  );
}

/** The rows of a window of the list, in order of id; the caller puts them in the list's order. */
export function trajectoryRows(ids: readonly string[]) {
  const wanted = ids.slice(0, MAX_WINDOW);
  return query(
    { name: 'trajectoryRows', from: ['trajectories'], columns },
    sql`SELECT ${select(columns)} FROM trajectories WHERE ${wanted.length === 0 ? sql`FALSE` : sql`trajectory_id IN ${list(wanted)}`}
      ORDER BY trajectory_id`,
  );
}

/** One trajectory; no row where the id is unknown. */
export function trajectory(id: string) {
  return query(
    { name: 'trajectory', from: [{ table: 'trajectories', id }], columns },
    sql`SELECT ${select(columns)} FROM trajectories WHERE trajectory_id = ${id}`,
  );
}

/** The steps of one trajectory, in order. */
export function trajectorySteps(id: string) {
  return query(
    { name: 'trajectorySteps', from: [{ table: 'steps', id }], columns: tables.steps.columns },
    sql`SELECT * FROM steps WHERE trajectory_id = ${id} ORDER BY step`,
  );
}

/** The calls of one trajectory with what was wrong with each, in order. */
export function trajectoryCalls(id: string) {
  return query(
    { name: 'trajectoryCalls', from: [{ table: 'calls', id }], columns: tables.calls.columns },
    sql`SELECT * FROM calls WHERE trajectory_id = ${id} ORDER BY step, call`,
  );
}

const facetColumns = {
  facet: { type: 'text', doc: 'source, kind, domain, model, outcome or errors.' },
  value: { type: 'text', nullable: true, doc: 'The value; true or false for errors.' },
  trajectories: { type: 'int', doc: 'Trajectories that match with this facet left open.' },
} as const satisfies Record<string, Column>;

const facetValue: Record<TrajectoryFacet, Sql> = {
  source: sql`"source"::VARCHAR`,
  kind: sql`kind::VARCHAR`,
  domain: sql`"domain"::VARCHAR`,
  model: sql`model::VARCHAR`,
  outcome: sql`outcome::VARCHAR`,
  errors: sql`(n_errors > 0)::VARCHAR`,
};

/** Values and counts of every facet, most first, a facet's own choice left out of its counts. */
export function trajectoryFacets(filter: TrajectoryFilter) {
  const counts = TRAJECTORY_FACETS.map(
    (
      facet,
    ) => sql`SELECT * FROM (SELECT ${facet} AS facet, ${facetValue[facet]} AS value, count(*)::INTEGER AS trajectories
      FROM trajectories WHERE ${trajectoryWhere(filter, facet)} GROUP BY value ORDER BY trajectories DESC, value LIMIT 200)`,
  );
  return query(
    { name: 'trajectoryFacets', from: trajectoryTables(filter), columns: facetColumns },
    join(counts, ' UNION ALL '),
  );
}

const neighbourColumns = {
  previous_id: { type: 'text', nullable: true, doc: 'trajectory_id before.' },
  next_id: { type: 'text', nullable: true, doc: 'trajectory_id after.' },
  position: { type: 'int', doc: 'Place in the list, from 1.' },
  trajectories: { type: 'int', doc: 'Trajectories in the list.' },
} as const satisfies Record<string, Column>;

/** The trajectories before and after one in the order of a filter; null at either end. */
export function trajectoryNeighbours(id: string, filter: TrajectoryFilter, sort: TrajectorySort) {
  return query(
    { name: 'trajectoryNeighbours', from: trajectoryTables(filter), columns: neighbourColumns },
    sql`SELECT previous_id, next_id, position, trajectories FROM (
      SELECT trajectory_id, lag(trajectory_id) OVER w AS previous_id, lead(trajectory_id) OVER w AS next_id,
        (row_number() OVER w)::INTEGER AS position, (count(*) OVER ())::INTEGER AS trajectories
      FROM trajectories WHERE ${trajectoryWhere(filter)} WINDOW w AS (ORDER BY ${orderBy(sort)})
    ) WHERE trajectory_id = ${id}`,
  );
}
