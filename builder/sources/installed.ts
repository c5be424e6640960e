/** Packages as npm has installed them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuildError } from '../faults.ts';
import { ROOT } from '../version.ts';

/**
 * @param name of a package that the project depends on
 * @returns its folder and version
 * @throws BuildError where it is not installed
 */
export function installedPackage(name: string): { root: string; version: string } {
  const root = path.join(ROOT, 'node_modules', name);
  const file = path.join(root, 'package.json');
  if (!existsSync(file)) throw new BuildError(`The package ${name} is not installed. Run "npm ci" in ${ROOT}.`);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return { root, version };
}
