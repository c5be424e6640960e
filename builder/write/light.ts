/** Makes the light tables from the stage files of all units. */
import type { TableName } from '../../lib/corpus/index.ts';
import type { UnitSummary } from '../unit/sink.ts';
import type { StageTable } from '../unit/stage.ts';
import type { Database } from './duckdb.ts';
import { selectList } from './parquet.ts';
import { readStage, stagedFiles } from './stage-tables.ts';
import { makeCalledTools, makeFacets, sameFacets } from './facets.ts';
import { makeDuplicates } from './duplicates.ts';
import { makeTokenStats } from './token-stats.ts';

/** Stage tables that are small enough to be held whole. */
const HELD: readonly StageTable[] = ['apis', 'trajectories', 'calls', 'documents', 'rejects', 'definition_keys'];

/** Light tables in the order in which they are made. */
export const LIGHT_TABLES: readonly TableName[] = [
  'apis',
  'calls',
  'trajectories',
  'documents',
  'duplicates',
  'record_measures',
  'rejects',
  'token_stats',
  'api_terms',
  'api_postings',
  'trajectory_facets',
  'called_tools',
  'tool_postings',
  'trajectory_terms',
  'trajectory_postings',
];

/** Loads the light stage tables as `s_NAME`. */
export async function loadStage(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
): Promise<void> {
  for (const table of HELD) {
    const staged = readStage(table, stagedFiles(stage, summaries, table));
    await db.run(
      `CREATE TABLE s_${table} AS SELECT * FROM ${staged} ${table === 'apis' ? firstDeclared('declared') : ''}`,
    );
  }
}

/**
 * A clause that keeps one of the declarations that give the same API: documentation of its own goes before what a
 * trajectory declares, and of several trajectories the first in order of input is taken.
 * @param declared column that says whether the row is a trajectory's declaration
 */
export function firstDeclared(declared: string): string {
  return `QUALIFY NOT ${declared} OR row_number() OVER (PARTITION BY api_id ORDER BY ${declared}, _unit, _seq) = 1`;
}

/** Joins the new ids of twins to a stage relation `s`; `r.new_id` is null where the id stands. */
export function joinRenames(kind: string, renames = 'renames'): string {
  return `LEFT JOIN ${renames} r ON r.kind = '${kind}' AND r._unit = s._unit AND r._seq = s._seq`;
}

/**
 * Makes the final light tables, except the search index.
 * @param db holds the stage tables and `renames`
 */
export async function makeLightTables(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
): Promise<void> {
  const trajectory_id = 'coalesce(r.new_id, s.trajectory_id)';
  await db.run(
    `CREATE TABLE calls AS SELECT ${selectList('calls', 's', { trajectory_id })} FROM s_calls s ${joinRenames('trajectories')}`,
  );
  await makeFacets(db);
  await db.run(`CREATE TABLE trajectories AS SELECT ${selectList('trajectories', 's', {
    trajectory_no: `(row_number() OVER (ORDER BY ${trajectory_id}) - 1)::INTEGER`,
    trajectory_id,
    facet_no: 'f.facet_no',
  })}, s._chars, s._bytes, s._step_tokens, s._unit, s._seq
    FROM s_trajectories s ${joinRenames('trajectories')} JOIN trajectory_facets f ON ${sameFacets('s', 'f')}`);
  await makeCalledTools(db);
  await db.run(`CREATE TABLE apis AS ${apis()}`);
  const document_id = 'coalesce(r.new_id, s.document_id)';
  const document_no = `(row_number() OVER (ORDER BY ${document_id}) - 1)::INTEGER`;
  await db.run(
    `CREATE TABLE documents AS SELECT ${selectList('documents', 's', { document_no, document_id })}, s._unit, s._seq FROM s_documents s ${joinRenames('documents')}`,
  );
  await db.run(`CREATE TABLE rejects AS SELECT ${selectList('rejects', 's')} FROM s_rejects s`);
  for (const table of HELD) await db.run(`DROP TABLE s_${table}`);
  await makeDuplicates(db, stage, summaries);
  await db.run(`CREATE TABLE record_measures AS ${recordMeasures()}`);
  await makeTokenStats(db);
}

/** What a trajectory declares is part of its own text, and is measured there. */
function recordMeasures(): string {
  return `SELECT 'documentation' AS component, api_no AS record_no, doc_tokens AS tokens, _chars AS chars, _bytes AS bytes,
      _licence AS licence, NULL::INTEGER[] AS step_tokens FROM apis WHERE NOT declared
    UNION ALL SELECT 'trajectories', trajectory_no, tokens, _chars, _bytes, NULL, _step_tokens FROM trajectories`;
}

function apis(): string {
  const select = selectList('apis', 's', {
    api_no: '(row_number() OVER (ORDER BY coalesce(r.new_id, s.api_id)) - 1)::INTEGER',
    api_id: 'coalesce(r.new_id, s.api_id)',
    n_calls: 'coalesce(c.n_calls, 0)::INTEGER',
    n_trajectories: 'coalesce(c.n_trajectories, 0)::INTEGER',
    n_invalid: 'coalesce(c.n_invalid, 0)::INTEGER',
  });
  return `SELECT ${select}, s._chars, s._bytes, s._licence, s._unit, s._seq FROM s_apis s ${joinRenames('apis')}
    LEFT JOIN (
      SELECT api_id, count(*) AS n_calls, count(DISTINCT trajectory_id) AS n_trajectories, count(*) FILTER (len(problems) > 0) AS n_invalid
      FROM calls WHERE api_id IS NOT NULL GROUP BY api_id
    ) c ON c.api_id = coalesce(r.new_id, s.api_id)`;
}
