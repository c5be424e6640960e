/** What one trajectory was read from, and the large texts of its steps: read when they are looked at. */
import { tables } from '../corpus/index.ts';
import { query, select, sql } from './sql.ts';

const { raw, raw_format, ...head } = tables.trajectory_records.columns;

/** The record of a trajectory, its raw text apart; no row in a corpus that does not have it. */
export function trajectoryRecord(id: string) {
  const columns = { ...head, raw_format };
  return query(
    { name: 'trajectoryRecord', from: [{ table: 'trajectory_records', id }], columns },
    sql`SELECT ${select(columns)} FROM trajectory_records WHERE trajectory_id = ${id}`,
  );
}

/** The record as its file has it. */
export function trajectoryRaw(id: string) {
  const columns = { raw_format, raw };
  return query(
    { name: 'trajectoryRaw', from: [{ table: 'trajectory_records', id }], columns },
    sql`SELECT ${select(columns)} FROM trajectory_records WHERE trajectory_id = ${id}`,
  );
}

/** A large text of a step; no row where the id is unknown. */
export function trajectoryBlob(id: string) {
  const { columns } = tables.blobs;
  return query(
    { name: 'trajectoryBlob', from: [{ table: 'blobs', id }], columns },
    sql`SELECT ${select(columns)} FROM blobs WHERE blob_id = ${id}`,
  );
}
