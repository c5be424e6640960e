/** What one API's page shows. */
import { tables } from '../corpus/index.ts';
import { list, query, select, sql, type Sql } from './sql.ts';

const docs = tables.api_docs.columns;

/** The documentation of one API, its raw record apart; no row where the id is unknown. */
export function apiDoc(id: string) {
  const { raw: _raw, raw_format: _format, ...columns } = docs;
  return query(
    { name: 'apiDoc', from: [{ table: 'api_docs', id }], columns },
    sql`SELECT ${select(columns)} FROM api_docs WHERE api_id = ${id}`,
  );
}

/** The record as its file has it. */
export function apiRaw(id: string) {
  const { api_id, raw_format, raw } = docs;
  return query(
    { name: 'apiRaw', from: [{ table: 'api_docs', id }], columns: { api_id, raw_format, raw } },
    sql`SELECT api_id, raw_format, raw FROM api_docs WHERE api_id = ${id}`,
  );
}

/**
 * Named schemas, in order of id; ids that do not exist are left out.
 * @param ids definition_ids, see definitionId in lib/corpus
 */
export function definitions(ids: readonly string[]) {
  return query(
    {
      name: 'definitions',
      from: ids.map((id) => ({ table: 'definitions', id }) as const),
      columns: tables.definitions.columns,
    },
    sql`SELECT * FROM definitions WHERE ${anyOf(ids)} ORDER BY definition_id`,
  );
}

/** One id is compared by itself: the engine skips row groups for `=`, and reads all of them for IN. */
function anyOf(ids: readonly string[]): Sql {
  const [first, ...others] = ids;
  if (first === undefined) return sql`FALSE`;
  return others.length === 0 ? sql`definition_id = ${first}` : sql`definition_id IN ${list(ids)}`;
}

const { api_no, api_id, name, method, path, summary, deprecated, n_calls } = tables.apis.columns;
const siblingColumns = {
  api_no,
  api_id,
  name,
  method,
  path,
  summary,
  deprecated,
  n_calls,
  n_siblings: { type: 'int', doc: 'APIs of the tool, this one included.' },
} as const;

/** APIs of the same tool in order of id, this one among them: those nearest to it where there are more than `limit`. */
export function apiSiblings(id: string, limit = 101) {
  return query(
    { name: 'apiSiblings', from: ['apis'], columns: siblingColumns },
    sql`WITH one AS (SELECT provider AS p, tool AS t, api_no AS n FROM apis WHERE api_id = ${id})
      SELECT ${select(siblingColumns)} FROM (
        SELECT apis.*, (count(*) OVER ())::INTEGER AS n_siblings, abs(api_no - n) AS distance
        FROM apis JOIN one ON provider = p AND tool = t ORDER BY distance, api_no LIMIT ${limit}
      ) ORDER BY api_no`,
  );
}

const { kind, task, model, outcome } = tables.trajectories.columns;
const callColumns = {
  ...tables.calls.columns,
  kind,
  task,
  model,
  outcome,
  n_found: { type: 'int', doc: 'Calls to the API, those beyond the limit included.' },
} as const;

/** Calls to an API with the trajectory that makes each, in order of trajectory and step. */
export function apiCalls(id: string, limit = 100) {
  return query(
    { name: 'apiCalls', from: ['calls', 'trajectories'], columns: callColumns },
    sql`SELECT c.*, t.kind::VARCHAR AS kind, t.task, t.model::VARCHAR AS model, t.outcome::VARCHAR AS outcome FROM (
        SELECT *, (count(*) OVER ())::INTEGER AS n_found FROM calls WHERE api_id = ${id}
        ORDER BY trajectory_id, step, call LIMIT ${limit}
      ) c JOIN trajectories t USING (trajectory_id) ORDER BY c.trajectory_id, c.step, c.call`,
  );
}
