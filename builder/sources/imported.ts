/** Sources of `forge import`: one per path, a document or a folder of documents. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../faults.ts';
import { listFiles, plannedFile, type SourceInfo, type SourcePlan } from '../plan.ts';

export interface ImportOptions {
  readonly licence: string;
}

export interface ImportedSources {
  readonly plans: SourcePlan[];
  readonly examples: SourceInfo[];
  /** Files that were not taken, by the documented rule. */
  readonly skipped: number;
}

/** Kinds of file that may hold an OpenAPI document. */
const DOCUMENT = /\.(json|ya?ml)$/i;

/**
 * Plans an import. In folders, files are read if their name ends in .json, .yaml or .yml; hidden files, those whose name
 * begins with an underscore, and folders named node_modules are skipped. Whatever is read and is no OpenAPI
 * document is rejected on record.
 * @param paths files or folders
 * @throws UsageError where a path does not exist or a folder holds nothing to read
 */
export function importedSources(paths: readonly string[], { licence }: ImportOptions): ImportedSources {
  const names = sourceNames(paths);
  let skipped = 0;
  const plans = paths.map((place, i): SourcePlan => {
    const { files, left_out } = documentsAt(place);
    skipped += left_out;
    const source = names[i]!;
    return {
      info: {
        ...about(source, place, licence),
        title: source,
        description: 'OpenAPI and Swagger documents.',
        constructed: false,
      },
      reader: { kind: 'openapi', examplesSource: `${source}-examples` },
      files,
    };
  });
  const examples = plans.map(({ info }) => ({
    ...info,
    source: `${info.source}-examples`,
    title: `Documented examples of ${info.title}`,
    description: 'Trajectories assembled from documented examples. Nobody ran them.',
    constructed: true,
  }));
  return { plans, examples, skipped };
}

function about(
  source: string,
  place: string,
  licence: string,
): Pick<SourceInfo, 'source' | 'origin' | 'version' | 'licence' | 'licence_note'> {
  // Only the last part: where a folder is on somebody's machine is nobody's business.
  return { source, origin: path.basename(path.resolve(place)), version: null, licence, licence_note: null };
}

function documentsAt(place: string): { files: SourcePlan['files']; left_out: number } {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`${place} does not exist.`);
  if (stats.isFile()) return { files: [plannedFile(path.dirname(place), path.basename(place))], left_out: 0 };
  let left_out = 0;
  const files = listFiles(place, (name) => {
    const own = path.posix.basename(name);
    if (name.endsWith('/')) return !own.startsWith('.') && own !== 'node_modules';
    const taken = DOCUMENT.test(own) && !own.startsWith('.') && !own.startsWith('_');
    if (!taken) left_out += 1;
    return taken;
  });
  if (files.length === 0) throw new UsageError(`${place} holds no .json, .yaml or .yml file.`);
  return { files, left_out };
}

/** Short names from the paths, made different by a number where they are equal. */
function sourceNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((place) => {
    const base = slug(path.basename(path.resolve(place)).replace(DOCUMENT, ''));
    let name = base;
    for (let n = 2; taken.has(name) || taken.has(`${name}-examples`); n++) name = `${base}-${n}`;
    taken.add(name).add(`${name}-examples`);
    return name;
  });
}

/** @returns text as a name that links may use: [a-z0-9-]+ */
export function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'corpus'
  );
}
