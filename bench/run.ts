/**
 * `npm run bench [-- --runs 5] [--only pages,catalogue,api,peers,weight] [--build] [--start]`
 *
 * Measures what a person waits for, in Chromium against `forge serve` on this machine, beside hyperparam and the bare
 * engine in the same run. Prints a table and writes bench/results/. Never a test: figures that fall short are printed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { serveBareEngine } from './bare/serve.ts';
import { measureFacets, measureKeystrokes, measureScroll, measureSorts } from './catalogue.ts';
import { launch, openCold, waitVisible, type Traffic } from './chromium.ts';
import { manifestOf, rowGroupBytes, shardFiles } from './corpus.ts';
import { measureHyperparam } from './hyperparam.ts';
import { measureCommand, startServer } from './processes.ts';
import { printFigures, writeFigures, type Figure } from './report.ts';
import { median, p95 } from './statistics.ts';
import { pageJavaScript } from './weight.ts';

const root = join(import.meta.dirname, '..');
const corpus = join(root, '.corpora/default');
const out = join(root, 'out');
const PORT = 4280;
const site = `http://localhost:${PORT}`;
const GITHUB = 'github.com/api.github.com/issues/create';
const ROWS = '[data-testid="table"]:not([data-stale]) [data-api-id]';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: 'pages,catalogue,api,peers,weight' },
    build: { type: 'boolean', default: false },
    start: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const wanted = new Set(options.only.split(','));
const figures: Figure[] = [];

function add(what: string, value: number, unit: Figure['unit'], target: number | null, how: string): void {
  figures.push({ what, value, unit, target, how });
  console.error(`${what}: ${value.toFixed(1)} ${unit}`);
}

/** Opens a page cold as often as asked for. */
async function measureCold(what: string, url: string, selector: string, target: number): Promise<void> {
  const times: number[] = [];
  let traffic: Traffic | null = null;
  for (let run = 0; run < runs; run++) {
    const opened = await openCold(url, selector);
    times.push(opened.milliseconds);
    traffic = { ...opened.traffic };
    await opened.browser.close();
  }
  add(what, median(times), 'ms', target, `median of ${runs}, cold profile`);
  add(`${what}: transferred by then`, traffic?.bytes ?? 0, 'B', null, `${traffic?.requests ?? 0} requests, counted`);
}

async function measurePages(): Promise<void> {
  await measureCold('overview, cold: totals on screen', `${site}/`, '[aria-label="Totals"] li', 1000);
  await measureCold('catalogue, cold: first rows', `${site}/apis/`, ROWS, 2500);
  const times: number[] = [];
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site}/apis/`);
  await waitVisible(page, ROWS);
  for (let run = 0; run < runs; run++) {
    await page.getByRole('link', { name: 'Overview' }).first().click();
    await waitVisible(page, '[aria-label="Totals"] li');
    await page.waitForTimeout(500);
    times.push(await clickUntilRows(page));
  }
  await browser.close();
  add('catalogue, warm: first rows', median(times), 'ms', 150, `median of ${runs}, from the overview`);
}

/** Milliseconds from a click on the catalogue's link to its rows, seen from inside the page. */
function clickUntilRows(page: Page): Promise<number> {
  return page.evaluate(async (selector) => {
    const link = document.querySelector<HTMLAnchorElement>('header a[href^="/apis/"]');
    const start = performance.now();
    link?.click();
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (document.querySelector(selector) === null);
    return performance.now() - start;
  }, ROWS);
}

async function measureCatalogue(): Promise<void> {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site}/apis/`);
  await waitVisible(page, ROWS);
  await page.waitForTimeout(3000);
  const keys = await measureKeystrokes(page);
  add(
    'search: keystroke to rows',
    p95(keys),
    'ms',
    100,
    `p95 of ${keys.length} keystrokes; median ${median(keys).toFixed(0)} ms`,
  );
  const sorts = await measureSorts(page);
  add(
    'sort by any column',
    p95(sorts),
    'ms',
    150,
    `p95 of ${sorts.length} clicks; median ${median(sorts).toFixed(0)} ms`,
  );
  const facets = await measureFacets(page);
  for (const part of ['rows', 'counts'] as const) {
    const times = facets.map((time) => time[part]);
    const how = `p95 of ${times.length} clicks; median ${median(times).toFixed(0)} ms`;
    add(`facet click to ${part}`, p95(times), 'ms', part === 'rows' ? 150 : null, how);
  }
  const blanks: number[] = [];
  for (let run = 0; run < runs; run++) blanks.push(await measureScroll(page));
  add('scroll: longest blank row', Math.max(...blanks), 'ms', 100, `worst of ${runs} runs of 3 s, with jumps`);
  await browser.close();
}

/** The operation of Microsoft Graph (beta) that has the most documentation. */
async function largestGraphOperation(): Promise<string> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(
    `SELECT api_id FROM read_parquet(?) WHERE tool = 'graph-beta' ORDER BY doc_tokens DESC, api_id LIMIT 1`,
    [shardFiles(corpus, 'apis')[0] ?? ''],
  );
  return String(result.getRows()[0]?.[0] ?? '');
}

async function measureApiPage(): Promise<void> {
  for (const id of [GITHUB, await largestGraphOperation()]) {
    const url = `${site}/apis/view/?id=${encodeURIComponent(id)}`;
    await measureCold(`API page, cold: ${id.slice(0, 48)}`, url, '[data-testid="parameters"]', 2500);
    const browser = await launch();
    const page = await browser.newPage();
    let bytes = 0;
    page.on('requestfinished', async (request) => {
      if (!request.url().includes('api_docs')) return;
      const sizes = await request.sizes().catch(() => null);
      bytes += request.method() === 'HEAD' ? 0 : (sizes?.responseBodySize ?? 0);
    });
    await page.goto(url);
    await waitVisible(page, '[data-testid="parameters"]');
    await page.waitForTimeout(2000);
    await browser.close();
    const group = await rowGroupBytes(corpus, id);
    add(
      `API page, bytes of api_docs read: ${id.slice(0, 32)}`,
      bytes,
      'B',
      3 * group,
      `its row group: ${(group / 1e3).toFixed(0)} kB`,
    );
  }
}

async function measurePeers(): Promise<void> {
  const file = shardFiles(corpus, 'apis')[0] ?? '';
  const peer = await measureHyperparam(file, 'doc_tokens');
  add('hyperparam, cold: first rows of apis.parquet', peer.firstRows, 'ms', null, 'one run');
  add('hyperparam: sort by doc_tokens', peer.sort ?? Number.NaN, 'ms', null, 'one run');
  const server = await serveBareEngine(corpus, PORT + 1);
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`http://localhost:${PORT + 1}/`);
  await page.waitForFunction(() => 'bare' in window);
  add('bare engine: boot', await page.evaluate(() => window.bare.boot()), 'ms', null, 'one run, cold profile');
  const urls = (manifestOf(corpus).tables.apis?.shards ?? []).map(({ path }) => `/corpus/${path}`);
  add(
    'bare engine: load apis',
    await page.evaluate((all) => window.bare.load('apis', all), urls),
    'ms',
    null,
    'one run',
  );
  for (const [what, sql] of BARE) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await page.evaluate((text) => window.bare.run(text, []), sql));
    add(`bare engine: ${what}`, median(times), 'ms', null, `median of ${runs}`);
  }
  await browser.close();
  server.close();
}

const BARE: readonly (readonly [string, string])[] = [
  ['order of all APIs by tokens', 'SELECT api_no FROM apis ORDER BY doc_tokens DESC, api_no'],
  ['order of all APIs by name', 'SELECT api_no FROM apis ORDER BY name, api_no'],
  ['counts by provider', 'SELECT provider, count(*) AS n FROM apis GROUP BY provider ORDER BY n DESC'],
  [
    'substring in name, path and summary',
    `SELECT api_no FROM apis WHERE name ILIKE '%payment%' OR path ILIKE '%payment%' OR summary ILIKE '%payment%'`,
  ],
];

async function measureBuild(): Promise<void> {
  const target = join(root, '.tmp/bench/corpus');
  rmSync(target, { recursive: true, force: true });
  const { seconds, peakBytes } = await measureCommand(['builder/forge.mjs', 'build', '--out', target]);
  add('forge build: the default corpus', seconds, 's', 60, 'one run');
  add('forge build: peak resident memory', peakBytes, 'B', 2e9, 'all of its processes, sampled every 0.2 s');
}

/** A fresh clone, and the same again. */
async function measureStart(): Promise<void> {
  const clone = join(root, '.tmp/bench/clone');
  rmSync(clone, { recursive: true, force: true });
  execFileSync('git', ['clone', '--quiet', root, clone]);
  for (const [what, target] of [
    ['npm start, fresh clone', 240],
    ['npm start, again', 5],
  ] as const) {
    const url = `http://localhost:${PORT + 2}/corpora.json`;
    const { child, seconds } = await startServer([join(clone, 'scripts/start.mjs')], url, { PORT: String(PORT + 2) });
    add(what, seconds, 's', target, 'until it answers');
    child.kill();
    await new Promise((resolve) => child.once('close', resolve));
  }
  rmSync(clone, { recursive: true, force: true });
}

if (options.start) await measureStart();
if (options.build) await measureBuild();
if (!existsSync(corpus))
  execFileSync(process.execPath, ['builder/forge.mjs', 'build', '--out', corpus], { cwd: root, stdio: 'inherit' });
if (!existsSync(out)) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
const { child } = await startServer(
  ['builder/forge.mjs', 'serve', corpus, '--port', String(PORT)],
  `${site}/corpora.json`,
);
try {
  if (wanted.has('weight'))
    add(
      'JavaScript of the first page, gzipped',
      pageJavaScript(out, 'index.html'),
      'B',
      250e3,
      'counted; engine apart',
    );
  if (wanted.has('pages')) await measurePages();
  if (wanted.has('catalogue')) await measureCatalogue();
  if (wanted.has('api')) await measureApiPage();
  if (wanted.has('peers')) await measurePeers();
} finally {
  child.kill();
  printFigures(figures);
  writeFigures('default-corpus', figures);
}
