/** The search indexes, from the words that units numbered and the weights that they found. */
import type { UnitSummary } from '../unit/sink.ts';
import type { Database } from './duckdb.ts';
import { unpackedSql } from '../unit/packed-weight.ts';
import { readStage, stagedFiles } from './stage-tables.ts';

interface Index {
  /** Stage tables of the records' words and weights begin with it. */
  readonly kind: 'api' | 'trajectory';
  /** Final table of the records, with `_unit` and `_seq`. */
  readonly records: string;
  readonly no: string;
  /** Column that counts the records of a term. */
  readonly count: string;
}

const INDEXES: readonly Index[] = [
  { kind: 'api', records: 'apis', no: 'api_no', count: 'n_apis' },
  { kind: 'trajectory', records: 'trajectories', no: 'trajectory_no', count: 'n_trajectories' },
];

/** Units whose words are joined at a time: those of a large corpus do not fit into memory. */
const BATCH_UNITS = 32;

/**
 * Makes terms and postings of APIs and of trajectories.
 * @param db holds the final apis and trajectories
 */
export async function makeSearchIndexes(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
): Promise<void> {
  for (const index of INDEXES) await makeSearchIndex(db, stage, summaries, index);
}

async function makeSearchIndex(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
  { kind, records, no, count }: Index,
): Promise<void> {
  const words = `(SELECT _unit, unnest(range("first", "first" + len(terms)))::INTEGER AS word, unnest(terms) AS term
    FROM ${readStage(`${kind}_words`, stagedFiles(stage, summaries, `${kind}_words`))})`;
  const { weight, fields } = unpackedSql('f.weight');
  const [terms, postings] = [`${kind}_terms`, `${kind}_postings`];
  await db.run(`CREATE TEMP TABLE ranked AS
    SELECT term, (row_number() OVER (ORDER BY term) - 1)::INTEGER AS rank FROM (SELECT DISTINCT term FROM ${words})`);
  await db.run(
    `CREATE TEMP TABLE numbered AS SELECT w._unit, w.word, r.rank FROM ${words} w JOIN ranked r USING (term)`,
  );
  await db.run(`CREATE TABLE ${postings} (term_no INTEGER, ${no} INTEGER, weight DOUBLE, fields INTEGER)`);
  const files = stagedFiles(stage, summaries, `${kind}_weights`);
  for (let at = 0; at < files.length; at += BATCH_UNITS) {
    const batch = files.slice(at, at + BATCH_UNITS);
    await db.run(`INSERT INTO ${postings}
      SELECT n.rank, f.no, ${weight}, ${fields} FROM (
        SELECT s._unit, r.${no} AS no, unnest(s.word) AS word, unnest(s.weight) AS weight
        FROM ${readStage(`${kind}_weights`, batch)} s JOIN ${records} r ON r._unit = s._unit AND r._seq = s._seq) f
      JOIN (SELECT * FROM numbered WHERE _unit BETWEEN ${batch[0]!.unit} AND ${batch.at(-1)!.unit}) n USING (_unit, word)`);
  }
  await db.run(`CREATE TABLE ${terms} AS
    SELECT term, (row_number() OVER (ORDER BY term) - 1)::INTEGER AS term_no, n AS ${count}, rank AS _rank
    FROM ranked JOIN (SELECT term_no AS rank, count(*)::INTEGER AS n FROM ${postings} GROUP BY term_no) USING (rank)`);
  await closeGaps(db, terms, postings);
  await db.run('DROP TABLE ranked; DROP TABLE numbered');
}

/** Of declarations of the same API one is kept: words that only the others have are no terms, and leave gaps in the ranks. */
async function closeGaps(db: Database, terms: string, postings: string): Promise<void> {
  const [gaps] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM ${terms} WHERE term_no <> _rank`);
  if (gaps?.n === 0) return;
  await db.run(`UPDATE ${postings} SET term_no = t.term_no FROM ${terms} t WHERE ${postings}.term_no = t._rank`);
}
