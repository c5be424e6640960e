/** The commands that come before all pages: the build of the default corpus, and the start from a fresh clone. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureCommand, startServer } from './processes.ts';
import type { Add } from './report.ts';

const root = join(import.meta.dirname, '..');

export async function measureBuild(add: Add): Promise<void> {
  const target = join(root, '.tmp/bench/corpus');
  rmSync(target, { recursive: true, force: true });
  const { seconds, peakBytes } = await measureCommand(['builder/forge.mjs', 'build', '--out', target]);
  add('forge build: the default corpus', seconds, 's', 60, 'one run');
  add('forge build: peak resident memory', peakBytes, 'B', 2e9, 'all of its processes, sampled every 0.2 s');
}

/** A fresh clone, and the same again. */
export async function measureStart(add: Add, port: number): Promise<void> {
  const clone = join(root, '.tmp/bench/clone');
  rmSync(clone, { recursive: true, force: true });
  execFileSync('git', ['clone', '--quiet', root, clone]);
  for (const [what, target] of [
    ['npm start, fresh clone', 240],
    ['npm start, again', 5],
  ] as const) {
    const url = `http://localhost:${port}/corpora.json`;
    const { child, seconds } = await startServer([join(clone, 'scripts/start.mjs')], url, { PORT: String(port) });
    add(what, seconds, 's', target, 'until it answers');
    child.kill();
    await new Promise((resolve) => child.once('close', resolve));
  }
  rmSync(clone, { recursive: true, force: true });
}
