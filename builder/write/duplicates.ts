/** Records whose text repeats that of an earlier one: exactly by its hash, nearly by its sketch (docs/decisions/duplicates.md). */
import { BIN_VALUES, SKETCH_BINS } from '../unit/shingle-sketch.ts';
import type { UnitSummary } from '../unit/sink.ts';
import type { Database } from './duckdb.ts';
import { readStage, stagedFiles } from './stage-tables.ts';

/** Similarity from which a record is a near duplicate. */
const LEAST_SIMILARITY = 0.8;

/** Bins of a band: records that agree in all bins of some band are compared. Of those at 0.8, 95 % are. */
const BAND_BINS = 8;

/** Records of all components by the place that their fingerprints have. */
const RECORDS = `
  SELECT _unit, _seq, api_id AS id, source, doc_tokens AS tokens FROM apis WHERE NOT declared
  UNION ALL SELECT _unit, _seq, trajectory_id, source, tokens FROM trajectories
  UNION ALL SELECT _unit, _seq, document_id, source, tokens FROM documents`;

/**
 * Creates the table `duplicates`.
 * @param db holds the final apis, trajectories and documents
 */
export async function makeDuplicates(
  db: Database,
  stage: string,
  summaries: ReadonlyMap<number, UnitSummary>,
): Promise<void> {
  const fingerprints = readStage('fingerprints', stagedFiles(stage, summaries, 'fingerprints'));
  await db.run(`CREATE TEMP TABLE texts AS
    SELECT (row_number() OVER (ORDER BY _unit, _seq))::INTEGER AS no, f.component, f.hash, f.sketch, r.id, r.source, r.tokens
    FROM ${fingerprints} f JOIN (${RECORDS}) r USING (_unit, _seq)`);
  await db.run(`CREATE TEMP TABLE repeats AS
    SELECT no, earlier, 'exact' AS kind, 1::DOUBLE AS similarity FROM (
      SELECT no, min(no) OVER (PARTITION BY component, hash) AS earlier FROM texts) WHERE no > earlier`);
  await addNear(db);
  await db.run(`CREATE TABLE duplicates AS
    SELECT t.component, t.id AS record_id, e.id AS duplicate_of, r.kind, r.similarity, t.source, t.tokens AS _tokens
    FROM repeats r JOIN texts t USING (no) JOIN texts e ON e.no = r.earlier`);
  await db.run('DROP TABLE texts; DROP TABLE repeats');
}

/** Each record is compared with the first and the last one before it in each of its bands: work grows as the records do. */
async function addNear(db: Database): Promise<void> {
  await db.run(`CREATE TEMP TABLE sketched AS SELECT no, component, sketch FROM texts
    WHERE sketch IS NOT NULL AND no NOT IN (SELECT no FROM repeats)`);
  await db.run('CREATE TEMP TABLE pairs (no INTEGER, earlier INTEGER)');
  // Band by band, so that memory holds one band of all records, not all of them.
  for (let from = 1; from <= SKETCH_BINS; from += BAND_BINS) {
    await db.run(`INSERT INTO pairs SELECT no, unnest([first, last]) FROM (
      SELECT no, first_value(no) OVER band AS first, lag(no) OVER band AS last FROM sketched
      WINDOW band AS (PARTITION BY component, substr(sketch, ${from}, ${BAND_BINS}) ORDER BY no)) WHERE last IS NOT NULL`);
  }
  // Bins that differ agree by chance in one of BIN_VALUES.
  const similarity = `((1 - hamming(a.sketch, b.sketch) / ${SKETCH_BINS}) - 1 / ${BIN_VALUES}) / (1 - 1 / ${BIN_VALUES})`;
  await db.run(`INSERT INTO repeats SELECT no, min(earlier), 'near', arg_min(similarity, earlier) FROM (
      SELECT p.no, p.earlier, ${similarity} AS similarity FROM (SELECT DISTINCT no, earlier FROM pairs) p
      JOIN sketched a ON a.no = p.no JOIN sketched b ON b.no = p.earlier)
    WHERE similarity >= ${LEAST_SIMILARITY} GROUP BY no`);
  await db.run('DROP TABLE sketched; DROP TABLE pairs');
}
