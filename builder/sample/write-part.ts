/** Writes a part of a sample: under another name until it is whole, so that what has its name is whole. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { literal, type Database } from '../write/duckdb.ts';
import type { SampleFormat } from '../../lib/mixture/sample.ts';
import type { SampleRecord } from './records.ts';

/** Rows of a row group: records may be long, and a group is held in memory. */
const ROW_GROUP = 8_192;
/** Least that DuckDB sets aside for a line. */
const LINE_BYTES = 16_777_216;

/**
 * @param db writes Parquet
 * @param file its name ends in the format
 * @param records of the part, in order
 */
export async function writePart(
  db: Database,
  file: string,
  format: SampleFormat,
  records: AsyncIterable<SampleRecord>,
): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = `${file}.lines`;
  const longest = await writeLines(lines, records);
  if (format === 'jsonl') return rename(lines, file);
  const draft = `${file}.part`;
  await db.run(parquetOf(lines, draft, longest));
  await rename(draft, file);
  await rm(lines);
}

/** @returns bytes of the longest line */
async function writeLines(file: string, records: AsyncIterable<SampleRecord>): Promise<number> {
  let longest = 0;
  await pipeline(async function* () {
    for await (const record of records) {
      const line = Buffer.from(`${JSON.stringify(record)}\n`);
      longest = Math.max(longest, line.length);
      yield line;
    }
  }, createWriteStream(file));
  return longest;
}

/** Messages and tools stay JSON text: their shape differs from record to record. */
function parquetOf(lines: string, file: string, longest: number): string {
  const columns = {
    id: 'VARCHAR',
    source: 'VARCHAR',
    component: 'VARCHAR',
    epoch: 'INTEGER',
    tokens: 'INTEGER',
    text: 'VARCHAR',
    messages: 'JSON',
    tools: 'JSON',
  };
  const declared = Object.entries(columns).map(([name, type]) => `${name}: '${type}'`);
  const selected = Object.keys(columns).map(
    (name) => `${name}::${name === 'epoch' || name === 'tokens' ? 'INTEGER' : 'VARCHAR'} AS ${name}`,
  );
  return `COPY (SELECT ${selected.join(', ')} FROM read_json(${literal(lines)}, format = 'newline_delimited',
      columns = {${declared.join(', ')}}, maximum_object_size = ${Math.max(LINE_BYTES, longest + 1)}))
    TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`;
}
