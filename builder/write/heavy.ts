/** Writes the heavy tables: shards of contiguous id ranges, each from the few stage files that hold them. */
import type { TableName } from '../../lib/corpus/index.ts';
import type { Shard } from '../../lib/corpus/manifest.ts';
import { compareIds } from '../../lib/corpus/shard-ranges.ts';
import type { Progress } from '../progress.ts';
import type { UnitSummary } from '../unit/sink.ts';
import { literal, type Database } from './duckdb.ts';
import { firstDeclared, joinRenames } from './light.ts';
import { selectList, writeShard } from './parquet.ts';
import { packShards, SHARD_STAGE_BYTES } from './shards.ts';
import { spreadRows } from './spread.ts';
import { readStage, stagedFiles, type StagedFile } from './stage-tables.ts';
import type { Renamed } from './twins.ts';

/** Heavy tables, their id and whose new ids they follow. */
const HEAVY = {
  api_docs: { id: 'api_id', kind: 'apis' },
  definitions: { id: 'definition_id', kind: 'definitions' },
  steps: { id: 'trajectory_id', kind: 'trajectories' },
  trajectory_records: { id: 'trajectory_id', kind: 'trajectories' },
  blobs: { id: 'blob_id', kind: 'blobs' },
  document_texts: { id: 'document_id', kind: 'documents' },
} as const;

type HeavyTable = keyof typeof HEAVY;

const HEAVY_TABLES = Object.keys(HEAVY) as HeavyTable[];

/** One shard to write. */
export interface ShardTask {
  readonly table: TableName;
  readonly no: number;
  readonly bytes: number;
  write(db: Database, folder: string): Promise<Shard>;
}

/** What the tasks are made from. */
export interface HeavyInput {
  readonly stage: string;
  readonly summaries: ReadonlyMap<number, UnitSummary>;
  readonly renames: readonly Renamed[];
  /** Folder for rows that are spread anew. */
  readonly scratch: string;
  readonly progress: Progress;
  /** Bytes of stage rows per shard. */
  readonly shardBytes?: number;
}

/** A group of stage files is spread where it is this many times as large as a shard should be. */
const TOO_LARGE = 3;

/** @returns a task for each shard of the heavy tables */
export async function heavyTasks(input: HeavyInput): Promise<ShardTask[]> {
  const tasks: ShardTask[] = [];
  for (const table of HEAVY_TABLES) tasks.push(...(await tableTasks(table, input)));
  return tasks;
}

async function tableTasks(table: HeavyTable, input: HeavyInput): Promise<ShardTask[]> {
  const { stage, summaries, renames, shardBytes = SHARD_STAGE_BYTES } = input;
  const own = renames.filter(({ kind }) => kind === HEAVY[table].kind);
  const files = stagedFiles(stage, summaries, table).map((file) => widened(file, own));
  const groups: Group[] = [];
  for (const packed of packShards(files, shardBytes)) {
    const bytes = packed.reduce((sum, file) => sum + file.bytes, 0);
    const units = new Set(packed.map(({ unit }) => unit));
    const group = { files: packed, renames: own.filter(({ unit }) => units.has(unit)) };
    groups.push(
      ...(bytes > TOO_LARGE * shardBytes ? await spread(table, groups.length, group, bytes, input) : [group]),
    );
  }
  // A table without rows has a shard all the same: its columns are part of the corpus.
  return (groups.length === 0 ? [{ files: [], renames: [] }] : groups).map((group, no) => shardTask(table, no, group));
}

/** Stage files of one shard, and what of them is renamed. */
interface Group {
  readonly files: readonly StagedFile[];
  readonly renames: readonly Renamed[];
}

async function spread(
  table: HeavyTable,
  no: number,
  { files, renames }: Group,
  bytes: number,
  { scratch, progress, shardBytes = SHARD_STAGE_BYTES }: HeavyInput,
): Promise<Group[]> {
  const phase = progress.phase('Spreading', bytes, 'MB');
  const { id } = HEAVY[table];
  const name = `${table}-${no}`;
  const shards = await spreadRows({
    id,
    files,
    renames,
    limit: shardBytes,
    folder: scratch,
    name,
    advance: phase.advance,
  });
  phase.end();
  return shards.map((shard) => ({ files: shard, renames }));
}

/** A new id may lie beyond the ids that the unit knew. */
function widened(file: StagedFile, renames: readonly Renamed[]): StagedFile {
  let { first, last } = file;
  for (const { unit, id } of renames) {
    if (unit !== file.unit || id === null) continue;
    if (first === null || compareIds(id, first) < 0) first = id;
    if (last === null || compareIds(id, last) > 0) last = id;
  }
  return { ...file, first, last };
}

function shardTask(table: HeavyTable, no: number, { files, renames }: Group): ShardTask {
  return {
    table,
    no,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    write: (db, folder) => writeShard(db, table, no, selectHeavy(table, files, renames), folder),
  };
}

/** What units store each for itself, and the corpus once. */
const ONCE: Readonly<Partial<Record<HeavyTable, string>>> = {
  api_docs: firstDeclared('_declared'),
  blobs: 'QUALIFY row_number() OVER (PARTITION BY blob_id ORDER BY _unit, _seq) = 1',
};

function selectHeavy(table: HeavyTable, group: readonly StagedFile[], renames: readonly Renamed[]): string {
  const { id, kind } = HEAVY[table];
  const staged = `(SELECT * FROM ${readStage(table, group)} ${ONCE[table] ?? ''})`;
  if (renames.length === 0) return `SELECT ${selectList(table, 's')} FROM ${staged} s`;
  const rows = renames.map(
    ({ unit, seq, id: fresh }) => `('${kind}', ${unit}, ${seq}, ${fresh === null ? 'NULL' : literal(fresh)})`,
  );
  const relation = `(VALUES ${rows.join(', ')}) AS renamed(kind, _unit, _seq, new_id)`;
  const computed = { [id]: `coalesce(r.new_id, s.${id})` };
  // A record without a new id that is in the list is dropped.
  return `WITH renamed AS (SELECT * FROM ${relation}) SELECT ${selectList(table, 's', computed)}
    FROM ${staged} s ${joinRenames(kind, 'renamed')} WHERE r.kind IS NULL OR r.new_id IS NOT NULL`;
}
