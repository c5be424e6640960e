/** `forge import PATH...`: a corpus of files of any format that `forge formats` lists. */
import path from 'node:path';
import { adapterNamed } from '../../lib/adapters/registry.ts';
import { buildCorpus } from '../build.ts';
import { UsageError } from '../faults.ts';
import { makePlan } from '../plan.ts';
import type { Progress } from '../progress.ts';
import { formatCounts, importedSources, slug } from '../sources/imported.ts';
import { withPool, type Pool } from '../unit/pool.ts';
import { codeFingerprint } from '../version.ts';
import { summaryOf, type Result } from './result.ts';

export interface ImportCommand {
  readonly paths: readonly string[];
  readonly out: string;
  readonly name?: string;
  readonly title?: string;
  readonly licence?: string;
  /** Name of one source for all paths. */
  readonly source?: string;
  /** Name of the adapter that reads all files. */
  readonly format?: string;
  readonly maskSecrets?: boolean;
  /** Training stage that the files are for. */
  readonly stage?: string;
  readonly workers?: number;
}

/** @throws UsageError where a path or a name cannot be used */
export function importFiles(command: ImportCommand, progress: Progress): Promise<Result> {
  const { out, name = slug(path.basename(path.resolve(out))), source = null, format = null } = command;
  checkNames({ '--name': name, '--source': source, '--format': format });
  return withPool(command.workers, (pool) => importInto(pool, { ...command, name }, progress));
}

async function importInto(
  pool: Pool,
  command: ImportCommand & { readonly name: string },
  progress: Progress,
): Promise<Result> {
  const started = performance.now();
  const { paths, out, name, licence = 'not stated', source = null, format = null, maskSecrets = false } = command;
  const stage = command.stage ?? null;
  let looked = 0;
  const { plans, examples, skipped } = await importedSources(paths, {
    licence,
    source,
    format,
    maskSecrets,
    stage,
    onFile: () => {
      looked += 1;
      if (looked % 1_000 === 0) progress.note(`Finding formats: ${looked} files`);
    },
  });
  if (skipped > 0)
    progress.note(
      `${skipped} files were skipped: hidden, of a name that begins with "_", readme, licence or Markdown.`,
    );
  const formats = plans.flatMap(({ info, files }) =>
    formatCounts(files).map((counted) => ({ source: info.source, ...counted })),
  );
  const corpus = {
    name,
    title: command.title ?? name,
    description: `Imported from ${plans.map(({ info }) => info.origin).join(', ')}.`,
    licence,
    created: null,
  };
  const plan = makePlan(plans, examples, codeFingerprint());
  const manifest = await buildCorpus(plan, { out, corpus, progress, pool });
  return { ...summaryOf(manifest, out, performance.now() - started), skipped, formats };
}

function checkNames(names: Readonly<Record<'--name' | '--source' | '--format', string | null>>): void {
  for (const option of ['--name', '--source'] as const) {
    const name = names[option];
    if (name !== null && !/^[a-z0-9-]+$/.test(name))
      throw new UsageError(`${option} ${name}: a name has only the characters a-z, 0-9 and "-", since links use it.`);
  }
  const format = names['--format'];
  if (format !== null && adapterNamed(format) === null)
    throw new UsageError(`--format ${format}: there is no such format. "forge formats" lists them.`);
}
