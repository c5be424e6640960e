/**
 * Serves the code of a page in few files: what all pages load in two, what the page loads besides in one. A page's bundler cuts
 * its code into some twenty files, and a browser asks a server for six at a time: at 50 ms of latency they take four turns
 * (docs/decisions/code-in-few-files.md). The files themselves stay, since going from page to page loads single ones.
 *
 * A file registers itself by the script element that it came in, or by its path, which the runtime takes as well. Its element
 * stays in the page, with a type that no browser loads: it tells the runtime, and React, that the file is on its way.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const out = join(dirname(fileURLToPath(import.meta.url)), '../out');
const BASE = '/_next/';

/** Most of the code is called as the page starts: Chromium compiles it while it loads, off the page's thread (explicit compile hints). */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

const OUTDATED = 'The bundler works otherwise than it did: scripts/merge-chunks.mjs must be read anew.';

/** Files of code that all pages load are served in so many, of about the same size: with styles and fonts they need about as many connections as a browser opens. */
const SHARED_FILES = 2;

/** How the bundler's files begin; the runtime alone begins otherwise, and registers nothing. */
const REGISTRATION = 'push(["object"==typeof document?document.currentScript:void 0,';
const RUNTIME = /^static\/chunks\/turbopack-/;

const SCRIPT = /<script src="\/_next\/(static\/chunks\/[^"]+\.js)" async=""><\/script>/g;
/** Any other script of the bundler's, but for those that only old browsers load. */
const UNKNOWN = /<script(?![^>]*noModule)[^>]*\ssrc="\/_next\//i;
/** Of a file that is loaded with others it would load itself alone. */
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g;

/** @typedef {{ file: string, html: string, chunks: string[] }} Page */

/** @returns {Page[]} */
function readPages() {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const file = join(out, name);
      const html = readFileSync(file, 'utf8');
      if (UNKNOWN.test(html.replaceAll(SCRIPT, '')))
        throw new Error(`${name} has a script of another form. ${OUTDATED}`);
      return { file, html, chunks: [...html.matchAll(SCRIPT)].map(([, chunk]) => chunk ?? '') };
    });
}

/** @param {string} chunk its path within the site's folder of code @returns {string} the code, which registers itself by that path */
function codeOf(chunk) {
  const code = readFileSync(join(out, BASE, chunk), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '');
  if (RUNTIME.test(chunk)) return code;
  const at = code.indexOf(REGISTRATION);
  if (at === -1 || code.indexOf(REGISTRATION, at + 1) !== -1)
    throw new Error(`${chunk} does not register itself once. ${OUTDATED}`);
  return code.replace(REGISTRATION, () => `push([${JSON.stringify(chunk)},`);
}

/** @param {readonly string[]} chunks @returns {string} path of the file that holds them */
function merged(chunks) {
  const code = `${COMPILE_HINT}\n${chunks.map((chunk) => `${codeOf(chunk)}\n;`).join('')}`;
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const name = `static/chunks/${hash}.js`;
  writeFileSync(join(out, BASE, name), code);
  return name;
}

/** Cuts a list into parts of about the same number of bytes. @param {readonly string[]} chunks @param {number} parts */
function split(chunks, parts) {
  const sizes = chunks.map((chunk) => readFileSync(join(out, BASE, chunk)).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  /** @type {string[][]} */
  const lists = Array.from({ length: parts }, () => []);
  let before = 0;
  for (const [i, chunk] of chunks.entries()) {
    const middle = before + (sizes[i] ?? 0) / 2;
    lists[Math.min(parts - 1, Math.floor((middle / total) * parts))]?.push(chunk);
    before += sizes[i] ?? 0;
  }
  return lists.filter((list) => list.length > 0);
}

const pages = readPages();
const first = pages[0]?.chunks ?? [];
const shared = first.filter((chunk) => pages.every(({ chunks }) => chunks.includes(chunk)));
if (shared.length === 0) throw new Error(`No file of code is in all pages. ${OUTDATED}`);
const sharedFiles = split(shared, SHARED_FILES).map(merged);

for (const { file, html, chunks } of pages) {
  const own = chunks.filter((chunk) => !shared.includes(chunk));
  const files = own.length === 0 ? sharedFiles : [...sharedFiles, merged(own)];
  const scripts = files.map((name) => `<script src="${BASE}${name}" async=""></script>`).join('');
  const written = html
    .replaceAll(PRELOAD, '')
    .replaceAll(SCRIPT, `<script src="${BASE}$1" async="" type="text/merged"></script>`);
  const at = written.indexOf('<script src=');
  writeFileSync(file, written.slice(0, at) + scripts + written.slice(at));
}
