/** The search indexes, from the terms that units found. */
import type { UnitSummary } from '../unit/sink.ts';
import type { StageTable } from '../unit/stage.ts';
import type { Database } from './duckdb.ts';
import { readStage, stagedFiles } from './stage-tables.ts';

interface Index {
  /** Stage table of the records' terms. */
  readonly from: StageTable;
  /** Final table of the records, with `_unit` and `_seq`. */
  readonly records: string;
  readonly no: string;
  readonly terms: string;
  readonly postings: string;
  /** Column that counts the records of a term. */
  readonly count: string;
}

const INDEXES: readonly Index[] = [
  {
    from: 'terms',
    records: 'apis',
    no: 'api_no',
    terms: 'api_terms',
    postings: 'api_postings',
    count: 'n_apis',
  },
  {
    from: 'trajectory_words',
    records: 'trajectories',
    no: 'trajectory_no',
    terms: 'trajectory_terms',
    postings: 'trajectory_postings',
    count: 'n_trajectories',
  },
];

/**
 * Makes terms and postings of APIs and of trajectories.
 * @param db holds the final apis and trajectories
 */
export async function makeSearchIndexes(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
): Promise<void> {
  for (const { from, records, no, terms, postings, count } of INDEXES) {
    const staged = readStage(from, stagedFiles(stage, summaries, from));
    await db.run(`CREATE TEMP TABLE found AS
      SELECT unnest(s.term) AS term, r.${no}, unnest(s.weight) AS weight, unnest(s.fields) AS fields
      FROM ${staged} s JOIN ${records} r ON r._unit = s._unit AND r._seq = s._seq`);
    await db.run(`CREATE TABLE ${terms} AS
      SELECT term, (row_number() OVER (ORDER BY term) - 1)::INTEGER AS term_no, count(*)::INTEGER AS ${count} FROM found GROUP BY term`);
    await db.run(
      `CREATE TABLE ${postings} AS SELECT t.term_no, f.${no}, f.weight, f.fields FROM found f JOIN ${terms} t USING (term)`,
    );
    await db.run('DROP TABLE found');
  }
}
