/** `forge import PATH...`: a corpus of one's own OpenAPI documents. */
import path from 'node:path';
import { buildCorpus } from '../build.ts';
import { UsageError } from '../faults.ts';
import { makePlan } from '../plan.ts';
import type { Progress } from '../progress.ts';
import { importedSources, slug } from '../sources/imported.ts';
import { codeFingerprint } from '../version.ts';
import { summaryOf, type Result } from './result.ts';

export interface ImportCommand {
  readonly paths: readonly string[];
  readonly out: string;
  readonly name?: string;
  readonly title?: string;
  readonly licence?: string;
  readonly workers?: number;
}

/** @throws UsageError where a path or the name cannot be used */
export async function importDocuments(command: ImportCommand, progress: Progress): Promise<Result> {
  const started = performance.now();
  const { paths, out, licence = 'not stated', workers } = command;
  const name = command.name ?? slug(path.basename(path.resolve(out)));
  if (!/^[a-z0-9-]+$/.test(name))
    throw new UsageError(`--name ${name}: a name has only the characters a-z, 0-9 and "-", since links use it.`);
  const { plans, examples, skipped } = importedSources(paths, { licence });
  if (skipped > 0)
    progress.note(`${skipped} files were skipped: neither .json nor .yaml, or their names begin with "." or "_".`);
  const corpus = {
    name,
    title: command.title ?? name,
    description: `Imported from ${plans.map(({ info }) => info.origin).join(', ')}.`,
    licence,
    created: null,
  };
  const plan = makePlan(plans, examples, codeFingerprint());
  const manifest = await buildCorpus(plan, { out, corpus, progress, ...(workers === undefined ? {} : { workers }) });
  return { ...summaryOf(manifest, out, performance.now() - started), skipped };
}
