/**
 * Puts what reads ahead before everything else in the head of every exported page: the script that asks for the corpus
 * (lib/data/read-ahead.ts), since a script waits for the style sheets before it and a browser's six connections are soon
 * taken; in pages of one record also the one that reads it (lib/data/linked-record.ts).
 */
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RECORD_PAGES } from '../lib/data/record-pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'out');
const READ_AHEAD = /<script id="read-ahead">[\s\S]*?<\/script>/g;

/** A browser looks for it in the first kilobyte. */
const CHARSET = '<meta charSet="utf-8"/>';

/** @returns {Promise<string>} the reader, in the page itself: a file of its own would wait for a connection, and the page for it */
async function recordReader() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'lib/data/linked-record.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NEXT_PUBLIC_BASE_PATH': JSON.stringify(process.env['NEXT_PUBLIC_BASE_PATH'] ?? '') },
  });
  return `<script>${outputFiles[0]?.text}</script>`;
}

const reader = await recordReader();
const recordPages = new Set(RECORD_PAGES.map(([page]) => join(page, 'index.html')));

for (const entry of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  if (!entry.endsWith('.html')) continue;
  const file = join(out, entry);
  const html = readFileSync(file, 'utf8');
  const [script, ...others] = html.match(READ_AHEAD) ?? [];
  if (script === undefined || others.length > 0) throw new Error(`${entry} does not read ahead exactly once.`);
  const first = recordPages.has(entry) ? `${script}${reader}` : script;
  if (!html.includes(CHARSET)) throw new Error(`${entry} does not declare its encoding.`);
  const rest = html.replace(script, '').replace(CHARSET, '');
  writeFileSync(
    file,
    rest.replace('<head>', () => `<head>${CHARSET}${first}`),
  );
}
