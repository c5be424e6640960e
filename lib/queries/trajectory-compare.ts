/** Trajectories that one can be compared with. */
import { tables } from '../corpus/index.ts';
import { query, select, sql } from './sql.ts';

const { trajectory_id, source, kind, task, model, outcome, reward, n_steps, n_calls, n_errors } =
  tables.trajectories.columns;
const columns = {
  trajectory_id,
  source,
  kind,
  task,
  model,
  outcome,
  reward,
  n_steps,
  n_calls,
  n_errors,
  same_task: { type: 'bool', doc: 'It has the same task, as far as trajectories.task holds it.' },
} as const;

/** Those with the same task first, another model before the same, then others of the same source. */
export function comparableTrajectories(id: string, limit = 50) {
  return query(
    { name: 'comparableTrajectories', from: ['trajectories'], columns },
    sql`WITH one AS (SELECT trajectory_id AS own_id, source AS own_source, task AS own_task, model AS own_model
        FROM trajectories WHERE trajectory_id = ${id})
      SELECT ${select(columns)} FROM (
        SELECT t.*, (task IS NOT NULL AND task = own_task) AS same_task, (model IS DISTINCT FROM own_model) AS other_model
        FROM trajectories t, one
        WHERE t.trajectory_id <> own_id AND (t.source = own_source OR t.task = own_task)
      ) ORDER BY same_task DESC, other_model DESC, trajectory_id LIMIT ${limit}`,
  );
}
