/**
 * Loads the builder's code as one file, since translating and resolving hundreds of sources takes a process, and each of its
 * threads, two seconds. The file is made anew where a source has changed, and kept in node_modules/.cache.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder. This code may itself run from a bundle somewhere below it. */
export const ROOT = rootOf(path.dirname(fileURLToPath(import.meta.url)));
const CACHE = path.join(ROOT, 'node_modules/.cache/forge');
const KEPT_MS = 7 * 24 * 3600 * 1000;
const SOURCES = ['builder', 'lib'];
const ENTRIES = { main: 'builder/main.ts', worker: 'builder/unit/worker.ts' };

/** @param {string} below @returns {string} */
function rootOf(below) {
  return existsSync(path.join(below, 'builder/forge.mjs')) ? below : rootOf(path.dirname(below));
}

/** @returns {string} a fingerprint of all sources that the builder may be made of */
export function sourcesFingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} folder @returns {string[]} sources below it, in order */
function filesOf(folder) {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => path.join(folder, name));
}

/**
 * @param {keyof typeof ENTRIES} entry
 * @returns {Promise<any>} its module
 */
export async function load(entry) {
  const folder = path.join(CACHE, sourcesFingerprint());
  try {
    if (!existsSync(folder)) await bundle(folder);
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    // Installed for all users, by another one.
    const { register } = await import('tsx/esm/api');
    register();
    return import(pathToFileURL(path.join(ROOT, ENTRIES[entry])).href);
  }
  return import(pathToFileURL(path.join(folder, `${entry}.js`)).href);
}

/** @param {unknown} error */
function isReadOnly(error) {
  return error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));
}

/** What was made of sources as they once were; a process that began with it may still load parts of it. */
function removeOld() {
  for (const name of readdirSync(CACHE)) {
    const folder = path.join(CACHE, name);
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - made > KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
}

/** Another process may make the same: each writes into a folder of its own, which then takes its place. @param {string} folder */
async function bundle(folder) {
  const { build } = await import('esbuild');
  mkdirSync(CACHE, { recursive: true });
  removeOld();
  const own = `${folder}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, path.join(ROOT, file)])),
    outdir: own,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  try {
    renameSync(own, folder);
  } catch {
    rmSync(own, { recursive: true });
  }
}
