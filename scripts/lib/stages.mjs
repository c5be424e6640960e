/** The two things that `npm start` builds, and whether each is up to date. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, readJson, root, run, writeJson } from './project.mjs';

const STAMPS = join(root, '.tmp/stamps.json');

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} from what it is built from
 * @property {string} result a file that it makes
 * @property {() => Promise<boolean>} make
 */

/** @type {Stage} */
export const corpus = {
  name: 'corpus',
  from: [
    'package-lock.json',
    'builder',
    'lib/adapters',
    'lib/audit',
    'lib/corpus',
    'lib/records',
    'lib/search',
    'lib/secrets',
    'lib/stats',
    'lib/tokens',
  ],
  result: '.corpora/default/corpus.json',
  make: () => run(process.execPath, ['builder/forge.mjs', 'build', '--out', '.corpora/default']),
};

/** @type {Stage} */
export const app = {
  name: 'application',
  from: [
    'package-lock.json',
    'package.json',
    'next.config.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
    'app',
    'components',
    'lib',
    'scripts/copy-assets.mjs',
    'scripts/add-csp.mjs',
  ],
  result: 'out/index.html',
  make: () => run('npm', ['run', '--silent', 'build']),
};

/** @param {Stage} stage */
export function isCurrent({ name, from, result }) {
  return existsSync(join(root, result)) && readJson(STAMPS)?.[name] === fingerprint(from);
}

/**
 * Makes what a stage is for, if it is stale.
 * @param {Stage} stage
 * @returns {Promise<boolean>} whether it is there now
 */
export async function ensure(stage) {
  if (isCurrent(stage)) return true;
  // Taken before the work: what changes meanwhile makes it stale again.
  const print = fingerprint(stage.from);
  if (!(await stage.make())) return false;
  writeJson(STAMPS, { ...readJson(STAMPS), [stage.name]: print });
  return true;
}
