/** The plan of a build: sources, and the units of work that their input is packed into. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Container } from '../lib/adapters/adapter.ts';
import type { ZipEntry } from '../lib/adapters/containers/index.ts';
import type { PackageInfo } from '../lib/adapters/npm-documents/index.ts';
import { adapterNamed } from '../lib/adapters/registry.ts';
import type { Source } from '../lib/corpus/manifest.ts';

/** A file that will be read. */
export interface PlannedFile {
  /** Relative to the import root, with forward slashes. */
  readonly path: string;
  /** Where it is on this machine. */
  readonly file: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  /** How it is read, where that is not the same for all files of the source. */
  readonly format?: FileFormat;
}

/** How a file of an import is read, as found from its beginning. */
export interface FileFormat {
  /** Name of the adapter; null where no format fits. */
  readonly adapter: string | null;
  /** Null where the file is neither text nor Parquet, or cannot be read. */
  readonly container: Container | null;
  /** Where it is in the archive that `file` is; null where that is none. */
  readonly entry: ZipEntry | null;
  /** The lines that are read of a file that was cut. */
  readonly part: FilePart | null;
  /** Files that the adapter may ask for, with those that are read in no other way. */
  readonly companions: readonly Companion[];
}

/** Whole lines of a file. */
export interface FilePart {
  /** First byte, and the byte after the last one. */
  readonly from: number;
  readonly to: number;
  /** Number of the first line, from 1. */
  readonly line: number;
}

export interface Companion {
  readonly file: PlannedFile;
  /** Whether it is read along with this file alone. */
  readonly consumed: boolean;
}

/** What a source says of itself; counts are added when it has been read. */
export type SourceInfo = Pick<
  Source,
  'source' | 'title' | 'description' | 'origin' | 'version' | 'licence' | 'licence_note' | 'stage' | 'constructed'
>;

/** How the files of a unit are read. */
export type Reader =
  | { readonly kind: 'openapi'; readonly examplesSource: string }
  | { readonly kind: 'http-scenario'; readonly openapi: PlannedFile | null }
  /** Each file by its own format. */
  | { readonly kind: 'import'; readonly examplesSource: string; readonly maskSecrets: boolean }
  /** Packages by `name@version`, the first part of each file's path. */
  | { readonly kind: 'npm-package'; readonly packages: Readonly<Record<string, PackageInfo>> };

/** Work that one thread does at a time. It depends on the input alone, never on the number of threads. */
export interface Unit {
  readonly no: number;
  readonly source: string;
  readonly reader: Reader;
  readonly files: readonly PlannedFile[];
  readonly bytes: number;
  /** Fingerprint of input, reader and code: a unit that is done is not done again. */
  readonly key: string;
}

/** Input of one source, before it is packed. */
export interface SourcePlan {
  readonly info: SourceInfo;
  readonly reader: Reader;
  readonly files: readonly PlannedFile[];
}

export interface Plan {
  readonly sources: readonly SourceInfo[];
  readonly units: readonly Unit[];
}

/** Bytes of input that a unit takes; a larger file is a unit of its own, or is cut. */
export const UNIT_BYTES = 8_000_000;

/**
 * Packs the files of each source, in their order, into units.
 * @param sources what is to be read
 * @param infos sources that have no input of their own, e.g. examples found in another source
 * @param code fingerprint of the code that reads
 * @param unitBytes bytes of input that a unit takes
 */
export function makePlan(
  sources: readonly SourcePlan[],
  infos: readonly SourceInfo[],
  code: string,
  unitBytes = UNIT_BYTES,
): Plan {
  const units: Unit[] = [];
  for (const { info, reader, files } of sources) {
    // Documentation is read before the calls that it is about, and so makes units of its own.
    const documents = files.filter((file) => documentsApis(reader, file));
    const others = files.filter((file) => !documentsApis(reader, file));
    for (const group of [...packed(documents, unitBytes), ...packed(others, unitBytes)]) {
      const no = units.length;
      const key = fingerprint([code, info.source, no, reader, group.map(identity)]);
      units.push({
        no,
        source: info.source,
        reader,
        files: group,
        bytes: group.reduce((sum, file) => sum + file.bytes, 0),
        key,
      });
    }
  }
  return { sources: [...sources.map(({ info }) => info), ...infos], units };
}

/** @returns whether a file is documentation of APIs */
export function documentsApis(reader: Reader, { format }: PlannedFile): boolean {
  if (reader.kind !== 'import') return reader.kind === 'openapi';
  const adapter = format?.adapter ?? null;
  return adapter !== null && (adapterNamed(adapter)?.yields.includes('apis') ?? false);
}

/** What a file is known by: not where it is on this machine. */
function identity({ path: name, bytes, mtimeMs, format }: PlannedFile): unknown {
  if (format === undefined) return [name, bytes, mtimeMs];
  const companions = format.companions.map(({ file, consumed }) => [identity(file), consumed]);
  return [name, bytes, mtimeMs, { ...format, companions }];
}

function packed(files: readonly PlannedFile[], unitBytes: number): PlannedFile[][] {
  const groups: PlannedFile[][] = [];
  let open: PlannedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (open.length > 0 && bytes + file.bytes > unitBytes) {
      groups.push(open);
      open = [];
      bytes = 0;
    }
    open.push(file);
    bytes += file.bytes;
  }
  if (open.length > 0) groups.push(open);
  return groups;
}

/** @returns a short hash of a value's JSON */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/**
 * Lists files below a folder in order of path by code unit, whatever the file system.
 * @param root folder
 * @param take decides by relative path; folders are asked with a trailing slash
 * @returns files with paths relative to root
 */
export function listFiles(root: string, take: (relative: string) => boolean): PlannedFile[] {
  const found: PlannedFile[] = [];
  const visit = (relative: string): void => {
    for (const entry of readdirSync(path.join(root, relative), { withFileTypes: true })) {
      const name = `${relative}${entry.name}`;
      // A linked folder could lead round in a circle: links are not followed.
      if (entry.isDirectory() && take(`${name}/`)) visit(`${name}/`);
      if (entry.isFile() && take(name)) found.push(plannedFile(root, name));
    }
  };
  visit('');
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** @returns a file of the plan with its size and time */
export function plannedFile(root: string, relative: string): PlannedFile {
  const file = path.join(root, relative);
  const { size, mtimeMs } = statSync(file);
  return { path: relative, file, bytes: size, mtimeMs };
}
