/** A build from plan to published corpus: units, tables, manifest, rename. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../lib/corpus/manifest.ts';
import type { Plan, Unit } from './plan.ts';
import type { Progress } from './progress.ts';
import type { Pool } from './unit/pool.ts';
import { doneBefore, unitFolder } from './unit/run.ts';
import type { UnitSummary } from './unit/sink.ts';
import { INDEX_TABLE } from './unit/staged-catalogue.ts';
import { wavesOf } from './waves.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import { writeCorpus } from './write/corpus.ts';
import type { CorpusInfo } from './write/manifest.ts';

export interface BuildOptions {
  readonly out: string;
  readonly corpus: CorpusInfo;
  readonly progress: Progress;
  readonly pool: Pool;
}

/**
 * Builds a corpus. What an interrupted build had read is not read again.
 * @returns the manifest of the published corpus
 * @throws BuildError, UsageError
 */
export async function buildCorpus(plan: Plan, options: BuildOptions): Promise<Manifest> {
  const workspace = openWorkspace(options.out);
  const onSignal = (): void => {
    options.progress.note(
      `\nStopped. ${options.out} is untouched. Run the same command again to go on where this build stopped.`,
    );
    workspace.release();
    process.exit(130);
  };
  // Not once: a terminal's Ctrl-C comes from the starter too, and must not meet the signal's default in the middle of this.
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    const manifest = await build(plan, options, workspace);
    await workspace.publish();
    return manifest;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    workspace.release();
  }
}

async function build(plan: Plan, options: BuildOptions, workspace: Workspace): Promise<Manifest> {
  const { progress, pool } = options;
  const { stage, corpus: folder, scratch } = workspace;
  const summaries = await readUnits(plan, stage, pool, progress);
  const manifest = await writeCorpus({
    stage,
    scratch,
    folder,
    summaries,
    sources: plan.sources,
    corpus: options.corpus,
    workers: pool.workers,
    progress,
  });
  writeFileSync(path.join(folder, 'corpus.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

async function readUnits(plan: Plan, stage: string, pool: Pool, progress: Progress): Promise<Map<number, UnitSummary>> {
  clearForeign(plan, stage);
  const { documentation, trajectories } = wavesOf(plan.units);
  const units = [...documentation, ...trajectories];
  const known = new Map(
    units.flatMap((unit) => {
      const summary = doneBefore(stage, unit);
      return summary === null ? [] : [[unit.no, summary] as const];
    }),
  );
  if (known.size > 0)
    progress.note(`Going on with an interrupted build: ${known.size} of ${units.length} units are done.`);
  const isLeft = ({ no }: Unit): boolean => !known.has(no);
  const left = units.filter(isLeft);
  const phase = progress.phase(
    'Reading',
    left.reduce((sum, { bytes }) => sum + bytes, 0),
    'MB',
  );
  const first = await pool.run(stage, documentation.filter(isLeft), [], phase.advance);
  const documented = documentation
    .filter(({ no }) => (known.get(no) ?? first.get(no))?.files[INDEX_TABLE] !== undefined)
    .map(({ no }) => no);
  const second = await pool.run(stage, trajectories.filter(isLeft), documented, phase.advance);
  phase.end();
  await pool.close();
  return new Map([...known, ...first, ...second]);
}

/** Stage folders that are in no unit of this plan would only take room. */
function clearForeign(plan: Plan, stage: string): void {
  const own = new Set(plan.units.map(({ no }) => path.basename(unitFolder(stage, no))));
  for (const name of readdirSync(stage)) {
    if (!own.has(name)) rmSync(path.join(stage, name), { recursive: true, force: true });
  }
}
