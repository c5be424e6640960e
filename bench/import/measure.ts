/** `forge import` of JSON Lines, tokens and audit included, beside the bare tokeniser on the same text and cores. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { manifestOf } from '../corpus.ts';
import { measureCommand } from '../processes.ts';
import type { Add } from '../report.ts';
import { writeConversations } from './conversations.ts';

const root = join(import.meta.dirname, '../..');
const CORES = 2;

/** Bytes of the file that each thread of the bare tokeniser reads: enough for a rate, little enough to be held. */
const BARE_BYTES = 24_000_000;

interface ImportFigures {
  readonly fileBytes: number;
  readonly trajectories: number;
  readonly seconds: number;
  readonly peakBytes: number;
  /** Tokens a second, both cores together. */
  readonly importRate: number;
  /** Before and after: the machine is not the same from minute to minute. */
  readonly bareRates: readonly [number, number];
}

/** @param bytes size of the file that is imported */
async function measureImport(bytes: number): Promise<ImportFigures> {
  const file = join(root, '.tmp/bench/import/conversations.jsonl');
  const out = join(root, '.tmp/bench/imported');
  writeConversations(file, bytes, join(root, 'node_modules'));
  const before = await bareTokenRate(file);
  rmSync(out, { recursive: true, force: true });
  const { seconds, peakBytes } = await measureCommand(['builder/forge.mjs', 'import', file, '--out', out]);
  const after = await bareTokenRate(file);
  const { totals } = manifestOf(out);
  const fileBytes = statSync(file).size;
  rmSync(file);
  rmSync(out, { recursive: true, force: true });
  return {
    fileBytes,
    trajectories: totals.trajectories,
    seconds,
    peakBytes,
    importRate: totals.tokens / seconds,
    bareRates: [before, after],
  };
}

interface Counted {
  readonly tokens: number;
  readonly milliseconds: number;
}

/** Each thread counts a part of its own; the slowest one says how long it took. */
async function bareTokenRate(file: string): Promise<number> {
  const { size } = statSync(file);
  const part = Math.min(BARE_BYTES, Math.floor(size / CORES));
  const workers = Array.from(
    { length: CORES },
    (_, i) =>
      new Worker(new URL('./bare-worker.mjs', import.meta.url), {
        workerData: { file, from: i * part, to: (i + 1) * part },
      }),
  );
  await Promise.all(workers.map((worker) => message(worker)));
  const counted = (await Promise.all(
    workers.map((worker) => {
      const answer = message(worker);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage('go');
      return answer;
    }),
  )) as Counted[];
  await Promise.all(workers.map((worker) => worker.terminate()));
  const tokens = counted.reduce((sum, one) => sum + one.tokens, 0);
  return tokens / (Math.max(...counted.map(({ milliseconds }) => milliseconds)) / 1000);
}

function message(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

/** Adds what an import of a file of that size takes. */
export async function measureImports(add: Add, bytes: number): Promise<void> {
  const { fileBytes, trajectories, seconds, peakBytes, importRate, bareRates } = await measureImport(bytes);
  const size = `${(fileBytes / 1e9).toFixed(fileBytes < 1e9 ? 2 : 1)} GB of JSONL`;
  const what = `import of ${size}`;
  const bareRate = (bareRates[0] + bareRates[1]) / 2;
  const [own, before, after] = [importRate, ...bareRates].map((rate) => (rate / 1e6).toFixed(2));
  const rates = `${own} million tokens a second, both cores; bare ${before} before, ${after} after`;
  add(`${what}: share of the bare tokeniser's rate`, importRate / bareRate, 'share', { atLeast: 0.7 }, rates);
  add(what, seconds, 's', null, `${trajectories.toLocaleString('en-GB')} trajectories, one run`);
  add(`${what}: peak resident memory`, peakBytes, 'B', 1e9, 'all of its processes, sampled every 0.2 s');
}
