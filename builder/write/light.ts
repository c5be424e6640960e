/** Makes the light tables from the stage files of all units. */
import type { TableName } from '../../lib/corpus/index.ts';
import type { UnitSummary } from '../unit/sink.ts';
import type { StageTable } from '../unit/stage.ts';
import type { Database } from './duckdb.ts';
import { selectList } from './parquet.ts';
import { readStage, stagedFiles } from './stage-tables.ts';
import { makeTokenStats } from './token-stats.ts';

/** Stage tables that are small enough to be held whole. */
const HELD: readonly StageTable[] = ['apis', 'trajectories', 'calls', 'documents', 'rejects', 'definition_keys'];

/** Light tables in the order in which they are made. */
export const LIGHT_TABLES: readonly TableName[] = [
  'apis',
  'calls',
  'trajectories',
  'documents',
  'rejects',
  'token_stats',
  'api_terms',
  'api_postings',
];

/** Loads the light stage tables as `s_NAME`. */
export async function loadStage(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
): Promise<void> {
  for (const table of HELD) {
    await db.run(`CREATE TABLE s_${table} AS SELECT * FROM ${readStage(table, stagedFiles(stage, summaries, table))}`);
  }
}

/** Joins the new ids of twins to a stage relation `s`; `r.new_id` is null where the id stands. */
export function joinRenames(kind: string, renames = 'renames'): string {
  return `LEFT JOIN ${renames} r ON r.kind = '${kind}' AND r._unit = s._unit AND r._seq = s._seq`;
}

/**
 * Makes the final light tables, except the search index.
 * @param db holds the stage tables and `renames`
 */
export async function makeLightTables(db: Database): Promise<void> {
  const trajectory_id = 'coalesce(r.new_id, s.trajectory_id)';
  await db.run(
    `CREATE TABLE calls AS SELECT ${selectList('calls', 's', { trajectory_id })} FROM s_calls s ${joinRenames('trajectories')}`,
  );
  await db.run(`CREATE TABLE trajectories AS SELECT ${selectList('trajectories', 's', {
    trajectory_no: `(row_number() OVER (ORDER BY ${trajectory_id}) - 1)::INTEGER`,
    trajectory_id,
  })}, s._chars
    FROM s_trajectories s ${joinRenames('trajectories')}`);
  await db.run(`CREATE TABLE apis AS ${apis()}`);
  const document_id = 'coalesce(r.new_id, s.document_id)';
  await db.run(
    `CREATE TABLE documents AS SELECT ${selectList('documents', 's', { document_id })} FROM s_documents s ${joinRenames('documents')}`,
  );
  await db.run(`CREATE TABLE rejects AS SELECT ${selectList('rejects', 's')} FROM s_rejects s`);
  await makeTokenStats(db);
}

function apis(): string {
  const select = selectList('apis', 's', {
    api_no: '(row_number() OVER (ORDER BY coalesce(r.new_id, s.api_id)) - 1)::INTEGER',
    api_id: 'coalesce(r.new_id, s.api_id)',
    n_calls: 'coalesce(c.n_calls, 0)::INTEGER',
    n_trajectories: 'coalesce(c.n_trajectories, 0)::INTEGER',
    n_invalid: 'coalesce(c.n_invalid, 0)::INTEGER',
  });
  return `SELECT ${select}, s._chars, s._unit, s._seq FROM s_apis s ${joinRenames('apis')}
    LEFT JOIN (
      SELECT api_id, count(*) AS n_calls, count(DISTINCT trajectory_id) AS n_trajectories, count(*) FILTER (len(problems) > 0) AS n_invalid
      FROM calls WHERE api_id IS NOT NULL GROUP BY api_id
    ) c ON c.api_id = coalesce(r.new_id, s.api_id)`;
}

/**
 * Makes api_terms and api_postings.
 * @param db holds the final apis
 */
export async function makeSearchIndex(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
): Promise<void> {
  const staged = readStage('terms', stagedFiles(stage, summaries, 'terms'));
  await db.run(`CREATE TEMP TABLE postings AS
    SELECT unnest(s.term) AS term, a.api_no, unnest(s.weight) AS weight, unnest(s.fields) AS fields
    FROM ${staged} s JOIN apis a ON a._unit = s._unit AND a._seq = s._seq`);
  await db.run(`CREATE TABLE api_terms AS
    SELECT term, (row_number() OVER (ORDER BY term) - 1)::INTEGER AS term_no, count(*)::INTEGER AS n_apis FROM postings GROUP BY term`);
  await db.run(
    `CREATE TABLE api_postings AS SELECT t.term_no, p.api_no, p.weight, p.fields FROM postings p JOIN api_terms t USING (term)`,
  );
  await db.run('DROP TABLE postings');
}
