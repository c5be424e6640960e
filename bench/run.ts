/**
 * `npm run bench [-- --runs 5] [--only pages,catalogue,api,peers,weight,trajectory,list,import,mixture,fit] [--import-bytes 2e8] [--port 4280] [--build] [--start]`
 * Servers take the port and the four after it.
 *
 * Measures what a person waits for, in Chromium against `forge serve` on this machine, beside hyperparam and the bare
 * engine in the same run. Prints a table and writes bench/results/. Never a test: figures that fall short are printed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureApiPage } from './api-page.ts';
import { measureCatalogue, measurePages } from './catalogue.ts';
import { measureBuild, measureStart } from './commands.ts';
import { judgeByRegmix, judgeByTruth, measureFitPage, measureFits } from './fit.ts';
import { measureImports } from './import/measure.ts';
import { measureBareList, measureTrajectoryList } from './list.ts';
import { longTrajectory } from './long-trajectory.ts';
import { measureMixture } from './mixture.ts';
import { measurePeers } from './peers.ts';
import { startServer } from './processes.ts';
import { replicate } from './replicate.ts';
import { collectFigures, printFigures, writeFigures } from './report.ts';
import { measureLink, measureLong, measureNeighbours } from './trajectory.ts';
import { pageJavaScript } from './weight.ts';

const root = join(import.meta.dirname, '..');
const corpus = join(root, '.corpora/default');
const out = join(root, 'out');
const GROUPS = [
  'weight',
  'pages',
  'catalogue',
  'api',
  'peers',
  'trajectory',
  'list',
  'import',
  'mixture',
  'fit',
] as const;

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: GROUPS.join(',') },
    'import-bytes': { type: 'string', default: '2e8' },
    port: { type: 'string', default: '4280' },
    build: { type: 'boolean', default: false },
    start: { type: 'boolean', default: false },
  },
});
const PORT = Number(options.port);
const site = `http://localhost:${PORT}`;
const runs = Number(options.runs);
const wanted = new Set(options.only.split(','));
const unknown = [...wanted].filter((name) => !(GROUPS as readonly string[]).includes(name));
if (unknown.length > 0) throw new Error(`--only ${unknown.join(',')}: there are ${GROUPS.join(', ')}.`);
const { figures, add } = collectFigures();

/** Corpora of the run beside the default one, by their names in /corpora.json. */
const LONG = 'long-trajectory';
const MANY = 'million-trajectories';
const folder = (name: string): string => join(root, '.corpora/bench', name);

/** @returns folders to serve, the default corpus first */
async function corpora(): Promise<string[]> {
  const served = [corpus];
  if (wanted.has('trajectory')) {
    await longTrajectory(corpus, folder(LONG), { steps: 5_000, bytes: 20e6 });
    served.push(folder(LONG));
  }
  if (wanted.has('list')) {
    await replicate(corpus, folder(MANY), 1e6);
    served.push(folder(MANY));
  }
  return served;
}

/** What fails is said, and the rest is measured all the same. */
async function attempt(measure: () => Promise<void>): Promise<void> {
  try {
    await measure();
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
  }
}

/** What is looked at in a browser. */
async function measureSite(): Promise<void> {
  if (!existsSync(corpus))
    execFileSync(process.execPath, ['builder/forge.mjs', 'build', '--out', corpus], { cwd: root, stdio: 'inherit' });
  if (!existsSync(out)) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
  if (wanted.has('weight')) {
    const script = pageJavaScript(out, 'index.html');
    add('JavaScript of the first page, gzipped', script, 'B', 250e3, 'counted; engine apart');
  }
  const served = await corpora();
  const { child } = await startServer(
    ['builder/forge.mjs', 'serve', ...served, '--port', String(PORT)],
    `${site}/corpora.json`,
  );
  try {
    // The server compresses the engine once, as it starts: no cold page waits for that.
    await (await fetch(`${site}/engine/duckdb-eh.wasm`, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
    if (wanted.has('pages')) await measurePages(add, runs, site);
    if (wanted.has('catalogue')) await measureCatalogue(add, runs, site);
    if (wanted.has('api')) await measureApiPage(add, runs, site, corpus);
    if (wanted.has('mixture')) await measureMixture(add, runs, site, out);
    if (wanted.has('fit')) await measureFitPage(add, runs, site);
    if (wanted.has('peers')) await measurePeers(add, runs, corpus, PORT + 1);
    if (wanted.has('trajectory')) {
      const bench = { runs, port: PORT, corpus, long: LONG, free: [PORT + 3, PORT + 4, PORT + 5] } as const;
      for (const measure of [measureLink, measureLong, measureNeighbours]) await attempt(() => measure(add, bench));
    }
    if (wanted.has('list')) {
      await measureTrajectoryList(add, site, folder(MANY), MANY);
      await measureBareList(add, runs, folder(MANY), PORT + 1);
    }
  } finally {
    child.kill();
  }
}

try {
  if (options.start) await measureStart(add, PORT + 2);
  if (options.build) await measureBuild(add);
  // Alone on the machine, before anything is served.
  if (wanted.has('import')) await measureImports(add, Number(options['import-bytes']));
  if (wanted.has('fit')) {
    await measureFits(add, runs);
    await judgeByRegmix(add);
    judgeByTruth(add);
  }
  if ([...wanted].some((name) => name !== 'import')) await measureSite();
} finally {
  printFigures(figures);
  writeFigures('default-corpus', figures);
}
