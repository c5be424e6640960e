/** The files of an import: those of a path, a folder or a pattern, without what is no data by rule. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../faults.ts';
import { listFiles, plannedFile, type PlannedFile } from '../plan.ts';
import { isPattern, parsePattern } from './glob.ts';

export interface InputFiles {
  readonly files: readonly PlannedFile[];
  /** Files that were left out, by the rule. */
  readonly skipped: number;
}

/** Hidden files, notes about the data and its licence. A name that begins with `_` is a note by convention. */
const NO_DATA = /^[._]|^(readme|licen[cs]e|copying|notice|changelog)(\.|$)|\.(md|mdx|rst)$/i;

/** Folders of programs, not of data. */
const NO_FOLDER = /^\.|^node_modules$/;

/**
 * @param place a file, a folder or a pattern; a file that is named is read whatever its name
 * @throws UsageError where there is nothing to read
 */
export function inputFiles(place: string): InputFiles {
  if (isPattern(place)) return matching(place);
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`${place} does not exist.`);
  if (stats.isFile()) return { files: [plannedFile(path.dirname(place), path.basename(place))], skipped: 0 };
  const found = filesBelow(place, () => true);
  if (found.files.length === 0) throw new UsageError(`${place} holds no file to read.`);
  return found;
}

function matching(pattern: string): InputFiles {
  const { base, matches } = parsePattern(pattern.split(path.sep).join('/'));
  const isFolder = statSync(base, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const found = isFolder ? filesBelow(base, matches) : { files: [], skipped: 0 };
  if (found.files.length === 0) throw new UsageError(`${pattern} matches no file to read.`);
  return found;
}

function filesBelow(root: string, wanted: (relative: string) => boolean): InputFiles {
  let skipped = 0;
  const files = listFiles(root, (name) => {
    const own = path.posix.basename(name);
    if (name.endsWith('/')) return !NO_FOLDER.test(own);
    if (!wanted(name)) return false;
    const taken = !NO_DATA.test(own);
    if (!taken) skipped += 1;
    return taken;
  });
  return { files, skipped };
}

/**
 * Makes the files of several places one source: their paths become relative to the folder that they share, and a file that
 * several places name is read once.
 */
export function mergedFiles(inputs: readonly InputFiles[]): InputFiles {
  const byPlace = new Map(inputs.flatMap(({ files }) => files).map((file) => [path.resolve(file.file), file]));
  const root = sharedFolder([...byPlace.keys()]);
  const files = [...byPlace].map(([place, file]) => ({
    ...file,
    path: path.relative(root, place).split(path.sep).join('/'),
  }));
  return {
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    skipped: inputs.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

function sharedFolder(places: readonly string[]): string {
  const [first = [], ...others] = places.map((place) => path.dirname(place).split(path.sep));
  const length = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return (length === -1 ? first : first.slice(0, length)).join(path.sep) || path.sep;
}
