/** Sources of `forge import`: one per path, or one of all of them. */
import path from 'node:path';
import { adapterNamed } from '../../lib/adapters/registry.ts';
import { UNIT_BYTES, type PlannedFile, type SourceInfo, type SourcePlan } from '../plan.ts';
import { withCompanions } from './companions.ts';
import { plannedReadings, type FindOptions } from './find-format.ts';
import { inputFiles, mergedFiles, type InputFiles } from './input-files.ts';

export interface ImportOptions {
  readonly licence: string;
  /** Name of one source for all paths; null for one a path. */
  readonly source?: string | null;
  /** Name of the adapter that reads all files; null where the format of each is found. */
  readonly format?: string | null;
  readonly maskSecrets?: boolean;
  /** Training stage of the sources; null where none is stated. */
  readonly stage?: string | null;
  /** Bytes that a unit takes. */
  readonly unitBytes?: number;
  /** Told of each file whose format has been found, with its bytes. */
  readonly onFile?: (bytes: number) => void;
}

export interface ImportedSources {
  readonly plans: SourcePlan[];
  readonly examples: SourceInfo[];
  /** Files that were not taken, by the documented rule. */
  readonly skipped: number;
}

interface NamedInput extends InputFiles {
  readonly name: string;
  readonly origin: string;
}

/**
 * Plans an import: finds the files of each path and the format of each file. Hidden files, those whose name begins with an
 * underscore, readme files, licences, Markdown and folders named node_modules are skipped; whatever is read and has no known format
 * is rejected on record.
 * @param paths files, folders or patterns
 * @throws UsageError where a path does not exist or holds nothing to read
 */
export async function importedSources(paths: readonly string[], options: ImportOptions): Promise<ImportedSources> {
  const inputs = namedInputs(paths, options.source ?? null);
  const plans: SourcePlan[] = [];
  for (const input of inputs) plans.push(await planOf(input, options));
  const examples = plans.map(({ info }) => ({
    ...info,
    source: `${info.source}-examples`,
    title: `Documented examples of ${info.title}`,
    description: 'Trajectories assembled from documented examples. Nobody ran them.',
    constructed: true,
  }));
  return { plans, examples, skipped: inputs.reduce((sum, { skipped }) => sum + skipped, 0) };
}

function namedInputs(paths: readonly string[], source: string | null): NamedInput[] {
  const inputs = paths.map(inputFiles);
  if (source !== null) return [{ name: source, origin: paths.map(lastPart).join(', '), ...mergedFiles(inputs) }];
  const names = sourceNames(paths);
  return inputs.map((input, i) => ({ name: names[i]!, origin: lastPart(paths[i]!), ...input }));
}

/** Only the last part: where a folder is on somebody's machine is nobody's business. */
function lastPart(place: string): string {
  return path.basename(path.resolve(place));
}

async function planOf({ name, origin, files }: NamedInput, options: ImportOptions): Promise<SourcePlan> {
  const { licence, stage = null, maskSecrets = false, unitBytes = UNIT_BYTES, format = null, onFile } = options;
  const readings = withCompanions(await allReadings(files, { format, partBytes: unitBytes }, onFile));
  return {
    info: {
      source: name,
      title: name,
      description: describeFormats(readings),
      origin,
      version: null,
      licence,
      licence_note: null,
      stage,
      constructed: false,
    },
    reader: { kind: 'import', examplesSource: `${name}-examples`, maskSecrets },
    files: readings,
  };
}

async function allReadings(
  files: readonly PlannedFile[],
  options: FindOptions,
  onFile: ImportOptions['onFile'],
): Promise<PlannedFile[]> {
  const readings: PlannedFile[] = [];
  for (const file of files) {
    readings.push(...(await plannedReadings(file, options)));
    onFile?.(file.bytes);
  }
  return readings;
}

/** The titles of the formats, the most frequent first. */
function describeFormats(files: readonly PlannedFile[]): string {
  const counts = formatCounts(files);
  const titles = counts.flatMap(({ format }) => (format === null ? [] : (adapterNamed(format)?.title ?? [])));
  return titles.length === 0 ? 'Files of no known format.' : `${titles.join(', ')}.`;
}

/** @returns how many files have each format, the most frequent first; null stands for those of no known format */
export function formatCounts(files: readonly PlannedFile[]): { format: string | null; files: number }[] {
  const paths = new Map<string | null, Set<string>>();
  for (const { path: name, format } of files) {
    const adapter = format?.adapter ?? null;
    paths.set(adapter, (paths.get(adapter) ?? new Set()).add(name));
  }
  return [...paths]
    .map(([format, names]) => ({ format, files: names.size }))
    .toSorted((a, b) => b.files - a.files || ((a.format ?? '') < (b.format ?? '') ? -1 : 1));
}

/** Endings that say how a file is written, not what it holds. */
const ENDINGS = /(\.(jsonl?|ndjson|ya?ml|csv|tsv|parquet|zip|eval|traj|txt|gz|zst))+$/i;

/** Short names from the paths, made different by a number where they are equal. */
function sourceNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((place) => {
    const base = slug(path.basename(path.resolve(beforePattern(place))).replace(ENDINGS, ''));
    let name = base;
    for (let n = 2; taken.has(name) || taken.has(`${name}-examples`); n++) name = `${base}-${n}`;
    taken.add(name).add(`${name}-examples`);
    return name;
  });
}

/** The folder that a pattern is below. */
function beforePattern(place: string): string {
  return place.replace(/[^/]*[*?].*$/, '') || place;
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
