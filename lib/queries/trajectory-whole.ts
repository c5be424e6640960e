/** Whole trajectories, a run of neighbours at a time: for export, and the opening of one for a preview. */
import { tables, type Column, type TableName } from '../corpus/index.ts';
import { query, select, sql, type Sql } from './sql.ts';

/**
 * The condition that reads a run: its ends are constants, which lets the engine skip row groups; those between that are
 * not wanted are read as well.
 * @param ids in order of code points, at least one
 */
function between(ids: readonly string[]): Sql {
  const [first = '', last = first] = [ids[0], ids.at(-1)];
  return first === last ? sql`trajectory_id = ${first}` : sql`trajectory_id BETWEEN ${first} AND ${last}`;
}

function reads(table: TableName, ids: readonly string[]) {
  return ids.map((id) => ({ table, id }));
}

/** Steps of a run of trajectories, in order. */
export function stepsBetween(ids: readonly string[]) {
  return query(
    { name: 'stepsBetween', from: reads('steps', ids), columns: tables.steps.columns },
    sql`SELECT * FROM steps WHERE ${between(ids)} ORDER BY trajectory_id, step`,
  );
}

/** Calls of a run of trajectories, in order. */
export function callsBetween(ids: readonly string[]) {
  return query(
    { name: 'callsBetween', from: reads('calls', ids), columns: tables.calls.columns },
    sql`SELECT ${select(tables.calls.columns)} FROM calls WHERE ${between(ids)} ORDER BY trajectory_id, step, call`,
  );
}

/** Records of a run of trajectories, in order. */
export function recordsBetween(ids: readonly string[]) {
  return query(
    { name: 'recordsBetween', from: reads('trajectory_records', ids), columns: tables.trajectory_records.columns },
    sql`SELECT * FROM trajectory_records WHERE ${between(ids)} ORDER BY trajectory_id`,
  );
}

/** Characters of a step that a preview shows. */
const OPENING_CHARS = 700;

const { step, role, is_error } = tables.steps.columns;
const openingColumns = {
  step,
  role,
  is_error,
  text: { type: 'text', nullable: true, doc: 'Content, or the reasoning where there is none; its beginning.' },
  chars: { type: 'int', doc: 'Characters of the whole text, as the engine counts them (code points).' },
  tools: { type: 'text[]', doc: 'Names that the step calls, in order.' },
} as const satisfies Record<string, Column>;

/** How a trajectory begins: its first steps, each cut short. */
export function trajectoryOpening(id: string, steps = 8) {
  return query(
    { name: 'trajectoryOpening', from: [{ table: 'steps', id }], columns: openingColumns },
    sql`SELECT step, role, is_error, left(t, ${OPENING_CHARS}) AS text, coalesce(length(t), 0)::INTEGER AS chars, tools FROM (
        SELECT step, role, is_error, coalesce(nullif(content, ''), reasoning) AS t,
          list_transform(calls, c -> c.tool_name) AS tools
        FROM steps WHERE trajectory_id = ${id} AND step < ${steps}
      ) ORDER BY step`,
  );
}
