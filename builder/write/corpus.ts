/** From stage files to a corpus: light tables in one thread, heavy shards in the others, and in all of them after it. */
import path from 'node:path';
import type { TableName } from '../../lib/corpus/index.ts';
import type { Manifest, Shard } from '../../lib/corpus/manifest.ts';
import type { SourceInfo } from '../plan.ts';
import type { Progress } from '../progress.ts';
import type { UnitSummary } from '../unit/sink.ts';
import { openDatabase, type Database } from './duckdb.ts';
import { heavyTasks, type ShardTask } from './heavy.ts';
import { LIGHT_TABLES, loadStage, makeLightTables } from './light.ts';
import { makeManifest, type CorpusInfo } from './manifest.ts';
import { writeShard } from './parquet.ts';
import { makeSearchIndexes } from './search-index.ts';
import { resolveTwins } from './twins.ts';

/** The light tables and a heavy shard beside them, and after them two heavy ones, stay within 1 GB with all else. */
const LIGHT_MEMORY_MB = 250;
const HEAVY_MEMORY_MB = 350;

/** Light tables that the manifest is made from; the others are let go of when they are written. */
const IN_MANIFEST: ReadonlySet<TableName> = new Set(['apis', 'token_stats', 'rejects']);

export interface WriteJob {
  readonly stage: string;
  readonly scratch: string;
  /** The corpus; exists and is empty. */
  readonly folder: string;
  readonly summaries: ReadonlyMap<number, UnitSummary>;
  readonly sources: readonly SourceInfo[];
  readonly corpus: CorpusInfo;
  readonly workers: number;
  readonly progress: Progress;
}

/** Tables with their shards, as they are written. */
type Written = Map<TableName, Map<number, Shard>>;

/**
 * Writes all tables.
 * @returns the manifest, which the caller writes last of all
 */
export async function writeCorpus(job: WriteJob): Promise<Manifest> {
  const light = await openDatabase({ scratch: path.join(job.scratch, 'light'), memoryMb: LIGHT_MEMORY_MB });
  try {
    await loadStage(light, job.stage, job.summaries);
    const renames = await resolveTwins(light);
    const { stage, summaries, scratch, progress } = job;
    const written: Written = new Map();
    const lightTables = writeLight(light, job, written);
    // Spreading is work of this thread, the light tables are work of the engine's.
    const heavyTables = heavyTasks({ stage, summaries, renames, scratch, progress }).then((tasks) =>
      writeHeavyTables(job, tasks, written, lightTables),
    );
    await Promise.all([lightTables, heavyTables]);
    return await makeManifest(light, job, shardsInOrder(written));
  } finally {
    light.close();
  }
}

async function writeLight(db: Database, { stage, summaries, folder }: WriteJob, written: Written): Promise<void> {
  await makeLightTables(db, stage, summaries);
  await makeSearchIndexes(db, stage, summaries);
  for (const table of LIGHT_TABLES) {
    const columns = `SELECT * FROM ${table}`;
    const names = await db.rows<{ column_name: string }>(`DESCRIBE ${columns}`);
    const hidden = names.map(({ column_name }) => column_name).filter((name) => name.startsWith('_'));
    const select = hidden.length === 0 ? columns : `SELECT * EXCLUDE (${hidden.join(', ')}) FROM ${table}`;
    add(written, table, 0, await writeShard(db, table, 0, select, folder));
    if (!IN_MANIFEST.has(table)) await db.run(`DROP TABLE ${table}`);
  }
}

/** @param lightTables as long as they are made, one thread is theirs */
async function writeHeavyTables(
  job: WriteJob,
  tasks: ShardTask[],
  written: Written,
  lightTables: Promise<void>,
): Promise<void> {
  tasks.sort((a, b) => b.bytes - a.bytes);
  const total = tasks.reduce((sum, { bytes }) => sum + bytes, 0);
  const phase = job.progress.phase('Writing', total, 'MB');
  const write = (no: number): Promise<void> => writeHeavy(no, job, tasks, written, phase.advance);
  const beside = Array.from({ length: job.workers - 1 }, (_, no) => write(no));
  await Promise.all([...beside, lightTables.then(() => write(job.workers - 1))]);
  phase.end();
}

async function writeHeavy(
  no: number,
  job: WriteJob,
  tasks: ShardTask[],
  written: Written,
  advance: (bytes: number) => void,
): Promise<void> {
  const db = await openDatabase({ scratch: path.join(job.scratch, `heavy${no}`), memoryMb: HEAVY_MEMORY_MB });
  try {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      add(written, task.table, task.no, await task.write(db, job.folder));
      advance(task.bytes);
    }
  } finally {
    db.close();
  }
}

function add(written: Written, table: TableName, no: number, shard: Shard): void {
  let shards = written.get(table);
  if (shards === undefined) written.set(table, (shards = new Map()));
  // A table may be left without rows when twins are dropped; a shard without rows is kept: its schema is part of the corpus.
  shards.set(no, shard);
}

function shardsInOrder(written: Written): Map<TableName, Shard[]> {
  return new Map(
    [...written].map(
      ([table, shards]) => [table, [...shards].toSorted(([a], [b]) => a - b).map(([, shard]) => shard)] as const,
    ),
  );
}
