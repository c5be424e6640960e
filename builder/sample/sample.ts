/** Draws the mixture that a plan asks for: stratum by stratum, part by part, going on where it was interrupted. */
import { createHash } from 'node:crypto';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TableName } from '../../lib/corpus/index.ts';
import type { Manifest } from '../../lib/corpus/manifest.ts';
import { allocate, type Allocation, type Mixture, type Plan } from '../../lib/mixture/plan.ts';
import { stratumFolder, type SampleFormat } from '../../lib/mixture/sample.ts';
import { strataOf } from '../../lib/mixture/strata.ts';
import { BuildError, UsageError } from '../faults.ts';
import { viewOf } from '../open-corpus.ts';
import type { Progress } from '../progress.ts';
import { BUILDER } from '../version.ts';
import { openDatabase, type Database } from '../write/duckdb.ts';
import { hashFile } from '../write/parquet.ts';
import { drawEpoch, epochsOf, openStratum, PART_TOKENS, type Part } from './draw.ts';
import { recordsOf, TABLES_OF } from './records.ts';
import { openSampleWorkspace, SAMPLE_FILE, type SampleWorkspace } from './workspace.ts';
import { writePart } from './write-part.ts';

/** Raised whenever the same plan would give other bytes, so that files of an older sampler are not taken for one's own. */
const SAMPLER_VERSION = 1;
const MEMORY_MB = 1_000;

export interface SampleOptions {
  /** Folder of the corpus. */
  readonly dir: string;
  readonly manifest: Manifest;
  readonly plan: Plan;
  readonly out: string;
  readonly format: SampleFormat;
  readonly progress: Progress;
  /** Tokens of a file; see PART_TOKENS. */
  readonly partTokens?: number;
}

export interface SampledFile {
  /** Relative to the sample. */
  readonly path: string;
  readonly records: number;
  readonly tokens: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface SampledStratum {
  readonly stratum: string;
  readonly planned_tokens: number;
  readonly planned_epochs: number;
  readonly drawn_tokens: number;
  readonly drawn_records: number;
  readonly available_tokens: number;
  readonly available_records: number;
  /** Weight asked for more than the maximum of epochs gives. */
  readonly capped: boolean;
  readonly files: readonly SampledFile[];
}

/** sample.json. */
export interface SampleSummary {
  readonly format: 'forge-sample';
  readonly version: 1;
  readonly builder: string;
  readonly corpus: string;
  readonly tokenizer: string;
  readonly file_format: SampleFormat;
  readonly plan: Plan;
  readonly budget: number;
  readonly planned_tokens: number;
  readonly drawn_tokens: number;
  readonly drawn_records: number;
  readonly unfilled_tokens: number;
  readonly strata: readonly SampledStratum[];
}

/**
 * @returns what sample.json says
 * @throws UsageError where the plan names what the corpus does not have, or out is something else than a sample
 * @throws BuildError where the corpus does not hold what corpus.json says
 */
export async function drawSample(options: SampleOptions): Promise<SampleSummary> {
  const { manifest, plan, out } = options;
  const mixture = allocate(strataOf(manifest), plan);
  if (mixture.unknown.length > 0)
    throw new UsageError(`The plan names what ${manifest.name} does not have: ${mixture.unknown.join(', ')}.`);
  const workspace = openSampleWorkspace(out, keyOf(options));
  const db = await openDatabase({ scratch: workspace.scratch, memoryMb: MEMORY_MB });
  try {
    const summary = await drawAll(db, options, mixture, workspace);
    writeFileSync(path.join(workspace.sample, SAMPLE_FILE), `${JSON.stringify(summary, null, 1)}\n`);
    db.close();
    await workspace.publish();
    return summary;
  } catch (error) {
    db.close();
    throw error;
  } finally {
    workspace.release();
  }
}

/** Everything that decides the bytes: the plan, the records, the code. */
function keyOf({ manifest, plan, format, partTokens = PART_TOKENS }: SampleOptions): string {
  const tables = [...new Set(Object.values(TABLES_OF).flat())].map((table) => manifest.tables[table]?.shards ?? null);
  const value = [SAMPLER_VERSION, BUILDER, plan, format, partTokens, manifest.tokenizer, tables];
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

async function drawAll(
  db: Database,
  options: SampleOptions,
  mixture: Mixture,
  workspace: SampleWorkspace,
): Promise<SampleSummary> {
  const { dir, manifest, plan, format, progress } = options;
  const open = mixture.allocations.filter(({ drawn }) => drawn > 0);
  const tables = new Set(open.flatMap(({ stratum }) => TABLES_OF[stratum.component]));
  for (const table of tables) await db.run(viewOrFail(dir, manifest, table));
  const phase = progress.phase('Drawing', Math.round(mixture.drawn), 'tokens');
  const strata: SampledStratum[] = [];
  for (const allocation of open)
    strata.push(await drawOne(db, options, allocation, workspace.sample, (tokens) => phase.advance(tokens)));
  phase.end();
  const sum = (of: (stratum: SampledStratum) => number): number =>
    strata.reduce((total, entry) => total + of(entry), 0);
  return {
    format: 'forge-sample',
    version: 1,
    builder: BUILDER,
    corpus: manifest.name,
    tokenizer: manifest.tokenizer,
    file_format: format,
    plan,
    budget: mixture.budget,
    planned_tokens: Math.round(mixture.drawn),
    drawn_tokens: sum((entry) => entry.drawn_tokens),
    drawn_records: sum((entry) => entry.drawn_records),
    unfilled_tokens: Math.round(mixture.unfilled),
    strata,
  };
}

function viewOrFail(dir: string, manifest: Manifest, table: TableName): string {
  if ((manifest.tables[table]?.shards.length ?? 0) > 0) return viewOf(dir, manifest, table);
  throw new BuildError(`${dir}: corpus.json lists no shard of ${table}, which holds what the plan draws.`);
}

async function drawOne(
  db: Database,
  { plan, format, partTokens }: SampleOptions,
  allocation: Allocation,
  sample: string,
  onTokens: (tokens: number) => void,
): Promise<SampledStratum> {
  const { stratum, drawn, epochs, capped } = allocation;
  await openStratum(db, stratum, partTokens);
  const files: SampledFile[] = [];
  for (const [epoch, limit] of epochsOf(drawn, stratum.tokens).entries()) {
    for (const part of await drawEpoch(db, stratum, { epoch, limit, seed: plan.seed })) {
      const name = `${stratumFolder(stratum)}/${fileName(part, format)}`;
      const file = path.join(sample, name);
      if (!existsSync(file)) await writePart(db, file, format, recordsOf(db, stratum, part));
      const { records, tokens } = part;
      files.push({ path: name, records, tokens, bytes: statSync(file).size, sha256: await hashFile(file) });
      onTokens(tokens);
    }
  }
  return {
    stratum: stratum.key,
    planned_tokens: Math.round(drawn),
    planned_epochs: Number(epochs.toFixed(6)),
    drawn_tokens: files.reduce((sum, { tokens }) => sum + tokens, 0),
    drawn_records: files.reduce((sum, { records }) => sum + records, 0),
    available_tokens: stratum.tokens,
    available_records: stratum.records,
    capped,
    files,
  };
}

function fileName({ epoch, part }: Part, format: SampleFormat): string {
  return `epoch-${String(epoch).padStart(2, '0')}-part-${String(part).padStart(5, '0')}.${format}`;
}
