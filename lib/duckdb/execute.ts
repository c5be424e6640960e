/** Running the statement of a query, once its tables are there. */
import type { Query } from '../corpus/index.ts';
import type { ArrowResult, Database } from './database.ts';

export type ExportFormat = 'csv' | 'parquet';

const copyOptions: Record<ExportFormat, string> = {
  csv: 'FORMAT CSV, HEADER TRUE',
  parquet: 'FORMAT PARQUET, COMPRESSION ZSTD',
};

/**
 * @param files whether it reads from files: only that can take long enough to be worth ending
 * @param signal ends it
 */
export function select(
  db: Database,
  query: Query,
  files: boolean,
  signal: AbortSignal | undefined,
): Promise<ArrowResult> {
  const { sql, params } = files ? query : (query.inMemory ?? query);
  return files ? db.runSliced(sql, params, signal) : db.run(sql, params);
}

/** @returns the rows of a query as a file. */
export async function writeFile(db: Database, { sql, params }: Query, format: ExportFormat): Promise<Uint8Array> {
  const file = db.scratchFile(`export.${format}`);
  // COPY takes no bound values: the rows go to a table first.
  await db.run(`CREATE OR REPLACE TEMP TABLE export_rows AS ${sql}`, params);
  try {
    await db.registerBuffer(file, new Uint8Array());
    await db.run(`COPY temp.export_rows TO '${file}' (${copyOptions[format]})`, []);
    return await db.readFile(file);
  } finally {
    await db.run('DROP TABLE temp.export_rows', []);
    await db.dropFile(file);
  }
}
