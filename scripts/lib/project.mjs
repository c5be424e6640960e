/** What the npm commands share, in plain Node: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string} text said to people, on stderr */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a program of the project without a shell and without input.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ readonly env?: Readonly<Record<string, string>> }} [options]
 * @returns {Promise<boolean>} whether it ended with 0
 */
export function run(command, args, { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      // npm and npx are scripts of the shell on Windows.
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => {
      say(`${command}: ${error.message}`);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}

/** @param {string} file @returns {any} parsed JSON, or null where there is no such file or it is not JSON */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} file @param {unknown} value */
export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

/** Whether node_modules holds what the lock file says, by npm's own record of what it has installed. */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const have = readJson(join(root, 'node_modules/.package-lock.json'))?.packages ?? {};
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional, peer }]) =>
      place === '' || optional || devOptional || peer || have[place]?.version === version,
  );
}

/**
 * Whether the lock file names every optional package. `npm ci` refuses one that does not; that happens where the lock
 * file was written beside a registry that has the packages of some platforms only.
 */
function isLockComplete() {
  const packages = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const named = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')));
  return Object.values(packages).every((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).every((name) => named.has(name)),
  );
}

/** Installs the exact versions of the lock file, if they are not there; the lock file is never changed. */
export async function ensureInstalled() {
  if (isInstalled()) return true;
  say('Installing the packages of package-lock.json …');
  const how = isLockComplete() ? ['ci'] : ['install', '--no-save'];
  return run('npm', [...how, '--no-audit', '--no-fund']);
}

/**
 * A fingerprint of files: what was built from them is stale if it changes.
 * @param {readonly string[]} places files and folders, relative to the project
 */
export function fingerprint(places) {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of filesBelow(place)) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function filesBelow(place) {
  if (!existsSync(join(root, place))) return [];
  if (/\.[a-z]+$/.test(place)) return [place];
  return readdirSync(join(root, place), { withFileTypes: true })
    .flatMap((entry) => {
      const name = `${place}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(name);
      return entry.isFile() && !/\.test\.tsx?$/.test(name) ? [name] : [];
    })
    .toSorted();
}
