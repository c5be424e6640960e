/** The builder's name and version, as corpus.json records it, and a fingerprint of its code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, sourcesFingerprint } from './load.mjs';
import { fingerprint } from './plan.ts';

export { ROOT };

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const own = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Package;

export const BUILDER = `forge ${own.version}`;

/** @returns a fingerprint of the code that reads input: stage files of an interrupted build are used again only if it is the same */
export function codeFingerprint(): string {
  return fingerprint([own.dependencies, sourcesFingerprint()]);
}
