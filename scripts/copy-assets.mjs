/** Copies the engine's files of the installed package to public/engine/: nothing is fetched from another host. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const engine = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
const target = join(root, 'public/engine');

mkdirSync(target, { recursive: true });
for (const file of ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js']) {
  copyFileSync(join(engine, file), join(target, file));
}
