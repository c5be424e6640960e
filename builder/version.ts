/** The builder's name and version, as corpus.json records it, and a fingerprint of its code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './plan.ts';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const own = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Package;

export const BUILDER = `forge ${own.version}`;

/** Folders whose code decides what a unit's stage files hold. */
const DECIDING = [
  'builder/unit',
  'builder/sources',
  'lib/adapters',
  'lib/records',
  'lib/tokens',
  'lib/search',
  'lib/corpus',
  'lib/audit',
  'lib/secrets',
];

/** @returns a fingerprint of the code that reads input: stage files of an interrupted build are used again only if it is the same */
export function codeFingerprint(): string {
  const files = DECIDING.flatMap(sourceFiles).toSorted();
  return fingerprint([own.dependencies, files.map((file) => [path.relative(ROOT, file), readFileSync(file, 'utf8')])]);
}

function sourceFiles(relative: string): string[] {
  const full = path.join(ROOT, relative);
  if (relative.endsWith('.ts')) return [full];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(full, name));
}
