/** The list of trajectories, and one of them with its steps. */
import { tables, type Column } from '../corpus/index.ts';
import { MAX_WINDOW } from './apis.ts';
import { fingerprint } from './search.ts';
import { join, list, name, query, select, sql, type Sql } from './sql.ts';
import type { TrajectoryFilter } from './trajectory-filter.ts';
import { selectTrajectories, trajectoryMatches } from './trajectory-matches.ts';
import { firstTrajectories, orderedTrajectories, trajectoryPlaces } from './trajectory-order.ts';
import type { TrajectorySort } from './sorts.ts';

const { columns } = tables.trajectories;

/** The numbers of all matches, in order: one integer column, so that any row of the list is known at once. */
export function trajectoryOrder(filter: TrajectoryFilter, sort: TrajectorySort) {
  const { statement, reads } = orderedTrajectories(filter, sort);
  return query(
    { name: 'trajectoryOrder', ...reads, columns: { trajectory_no: columns.trajectory_no } },
    { text: statement.sql, params: statement.params },
  );
}

/** Rows that are put in order before all others. */
const FIRST_ORDERED = 120;

const firstColumns = {
  no: { type: 'int', doc: 'trajectory_no.' },
  total: { type: 'int', doc: 'Trajectories that match.' },
} as const satisfies Record<string, Column>;

/** The numbers of the first matches, in order, each with the count of all: a fraction of the time that all take. */
export function trajectoryFirst(filter: TrajectoryFilter, sort: TrajectorySort, count = FIRST_ORDERED) {
  const { statement, reads } = firstTrajectories(filter, sort, count);
  return query({ name: 'trajectoryFirst', ...reads, columns: firstColumns }, statement);
}

/**
 * The rows of a window of the list, in order of trajectory_no; the caller puts them in the list's order.
 * @param numbers at most MAX_WINDOW numbers
 */
export function trajectoryRows(numbers: readonly number[]) {
  return trajectoryRowsOf(numbers.slice(0, MAX_WINDOW));
}

/** As trajectoryRows, for any number of rows: of those that a reader flagged. */
export function trajectoryRowsOf(numbers: readonly number[]) {
  const rows = query(
    { name: 'trajectoryRows', from: ['trajectories'], columns },
    sql`SELECT ${select(columns)} FROM trajectories WHERE ${numberIn(numbers)} ORDER BY trajectory_no`,
  );
  return numbers.length === 0 ? rows : { ...rows, inMemory: rowsByIndex(numbers) };
}

/** A join with the numbers goes by the index of the table, which a condition on the number would rule out. */
function rowsByIndex(numbers: readonly number[]) {
  const wanted = join(
    [...new Set(numbers)].map((number) => sql`(${number})`),
    ', ',
  );
  const { text, params } = sql`SELECT ${select(columns)} FROM (VALUES ${wanted}) wanted(trajectory_no)
    JOIN trajectories USING (trajectory_no) ORDER BY trajectory_no`;
  return { sql: text, params };
}

/** The ends are constants beside the list, so that a window of neighbours reads few row groups. */
function numberIn(numbers: readonly number[]): Sql {
  if (numbers.length === 0) return sql`FALSE`;
  return sql`trajectory_no BETWEEN ${Math.min(...numbers)} AND ${Math.max(...numbers)}
    AND trajectory_no IN ${list(numbers)}`;
}

/** The rows of some ids, in order of trajectory_no; ids that do not exist are left out. */
export function trajectoriesByIds(ids: readonly string[]) {
  const [first, ...others] = ids;
  const condition =
    first === undefined
      ? sql`FALSE`
      : others.length === 0
        ? sql`trajectory_id = ${first}`
        : sql`trajectory_id IN ${list(ids)}`;
  return query(
    { name: 'trajectoriesByIds', from: ids.map((id) => ({ table: 'trajectories', id }) as const), columns },
    sql`SELECT ${select(columns)} FROM trajectories WHERE ${condition} ORDER BY trajectory_no`,
  );
}

/** How many trajectories match, the sample's limit included. */
export function trajectoryCount(filter: TrajectoryFilter) {
  const matches = trajectoryMatches(filter);
  return query(
    {
      name: 'trajectoryCount',
      ...matches.reads,
      columns: { trajectories: { type: 'int', doc: 'Trajectories that match.' } },
    },
    sql`SELECT count(*)::INTEGER AS trajectories FROM (${selectTrajectories(filter, matches, sql`trajectory_no`)})`,
  );
}

/**
 * Every match in order with the columns of the list, for export.
 * @param wanted columns of trajectories, in the order of the file; all of them where empty
 */
export function trajectoryExport(filter: TrajectoryFilter, sort: TrajectorySort, wanted: readonly string[] = []) {
  const chosen = Object.entries<Column>(columns).filter(([column]) => wanted.length === 0 || wanted.includes(column));
  const returned = Object.fromEntries(chosen);
  const places = trajectoryPlaces(filter, sort);
  const { reads } = orderedTrajectories(filter, sort);
  return query(
    {
      name: 'trajectoryExport',
      from: [...reads.from, 'trajectories'],
      uses: [...reads.uses, places],
      columns: returned,
    },
    sql`SELECT ${select(returned)} FROM ${name(places.name)} JOIN trajectories USING (trajectory_no) ORDER BY place`,
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
  return stepsWhere('trajectorySteps', id, sql`TRUE`);
}

/** So many steps are read before the others of a long trajectory: more than a window shows, in one row group. */
export const FIRST_STEPS = 256;

/**
 * The first FIRST_STEPS steps of a trajectory, in order. Exactly so many rows say that others may follow
 * (trajectoryOtherSteps); where the record is read without the engine, all of its steps come at once.
 */
export function trajectoryFirstSteps(id: string, count = FIRST_STEPS) {
  return { ...stepsWhere('trajectoryFirstSteps', id, sql`step < ${count}`), isRecord: true as const };
}

/** The steps of a trajectory after the first FIRST_STEPS, in order. */
export function trajectoryOtherSteps(id: string, after = FIRST_STEPS) {
  return stepsWhere('trajectoryOtherSteps', id, sql`step >= ${after}`);
}

function stepsWhere(queryName: string, id: string, condition: Sql) {
  return query(
    { name: queryName, from: [{ table: 'steps', id }], columns: tables.steps.columns },
    sql`SELECT * FROM steps WHERE trajectory_id = ${id} AND ${condition} ORDER BY step`,
  );
}

/** The calls of one trajectory with what was wrong with each, in order. */
export function trajectoryCalls(id: string) {
  return query(
    { name: 'trajectoryCalls', from: [{ table: 'calls', id }], columns: tables.calls.columns },
    sql`SELECT * FROM calls WHERE trajectory_id = ${id} ORDER BY step, call`,
  );
}

const neighbourColumns = {
  previous_id: { type: 'text', nullable: true, doc: 'trajectory_id before.' },
  next_id: { type: 'text', nullable: true, doc: 'trajectory_id after.' },
  position: { type: 'int', doc: 'Place in the list, from 1.' },
  trajectories: { type: 'int', doc: 'Trajectories in the list.' },
} as const satisfies Record<string, Column>;

const placeColumns = {
  previous_no: { type: 'int', nullable: true, doc: 'trajectory_no before.' },
  next_no: { type: 'int', nullable: true, doc: 'trajectory_no after.' },
  position: neighbourColumns.position,
  trajectories: neighbourColumns.trajectories,
} as const satisfies Record<string, Column>;

/**
 * The trajectories before and after one in the order of a filter; null at either end. No row where the filter leaves it
 * out. The list is put in order once and kept; each step within it looks up three numbers and two ids.
 */
export function trajectoryNeighbours(id: string, filter: TrajectoryFilter, sort: TrajectorySort) {
  const { reads } = orderedTrajectories(filter, sort);
  const places = trajectoryPlaces(filter, sort);
  const at = name(places.name);
  const here = { table: 'trajectories', id } as const;
  const lookup = query(
    { name: 'trajectoryPlace', from: [here], columns: placeColumns },
    sql`WITH here AS (SELECT place AS p FROM ${at}
        WHERE trajectory_no = (SELECT trajectory_no FROM trajectories WHERE trajectory_id = ${id}))
      SELECT (SELECT trajectory_no FROM ${at} WHERE place = (SELECT p - 1 FROM here)) AS previous_no,
        (SELECT trajectory_no FROM ${at} WHERE place = (SELECT p + 1 FROM here)) AS next_no,
        p AS position, (SELECT count(*)::INTEGER FROM ${at}) AS trajectories FROM here`,
  );
  const found = `trajectory_neighbours_${fingerprint(`${places.name} ${id}`)}`;
  return query(
    {
      name: 'trajectoryNeighbours',
      from: [...reads.from, 'trajectories'],
      uses: [...reads.uses, places, { name: found, lookup, fill: neighbourIds, from: [] }],
      columns: neighbourColumns,
    },
    sql`SELECT previous_id, next_id, position, trajectories FROM ${name(found)}`,
  );
}

const idOf = (number: number | null) =>
  number === null ? sql`NULL::VARCHAR` : sql`(SELECT trajectory_id FROM trajectories WHERE trajectory_no = ${number})`;

/** Numbers come as constants: the engine then reads the two ids without looking at the others. */
function neighbourIds(rows: readonly Readonly<Record<string, unknown>>[]) {
  const [row] = rows as readonly { [K in keyof typeof placeColumns]: number | null }[];
  const found = row ?? { previous_no: null, next_no: null, position: 0, trajectories: 0 };
  const { text, params } = sql`SELECT ${idOf(found.previous_no)} AS previous_id, ${idOf(found.next_no)} AS next_id,
    ${found.position} AS position, ${found.trajectories} AS trajectories WHERE ${row !== undefined}`;
  return { sql: text, params };
}
