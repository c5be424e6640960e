/** The list over a million trajectories, beside the bare engine on the same files. */
import { serveBareEngine } from './bare/serve.ts';
import { measureList } from './catalogue.ts';
import { launch, waitVisible } from './chromium.ts';
import { manifestOf } from './corpus.ts';
import type { ListPage } from './list-page.ts';
import type { Add } from './report.ts';
import { median, p95 } from './statistics.ts';

const ROWS = '[data-testid="table"]:not([data-stale]) [data-trajectory-id]';
const LIST: ListPage = {
  rowId: 'data-trajectory-id',
  search: 'trajectory-search',
  searches: ['payment', 'create issue', 'list users', 'storage account', 'delete'],
};

/** What the page asks the engine, by itself. */
const BARE: readonly (readonly [string, string])[] = [
  [
    'counts by kind',
    'SELECT f.kind, count(*) FROM trajectories JOIN trajectory_facets f USING (facet_no) GROUP BY f.kind',
  ],
  [
    'order by tokens within a kind',
    `SELECT trajectory_no FROM trajectories t JOIN (SELECT facet_no, kind FROM trajectory_facets) f USING (facet_no)
     WHERE f.kind = 'documented' ORDER BY t.tokens DESC, trajectory_no`,
  ],
  ['all numbers in order of tokens', 'SELECT trajectory_no FROM trajectories ORDER BY tokens DESC, trajectory_no'],
];

/** A search as the page asks it: the numbers of the terms first, since constants let the engine skip the other postings. */
const SEARCHED = 'payment';
const termRange = `SELECT min(term_no) AS first, max(term_no) AS last FROM trajectory_terms WHERE term LIKE '${SEARCHED}%'`;
const ranked = (first: number, last: number) =>
  `SELECT trajectory_no, max(weight) AS score FROM trajectory_postings WHERE term_no BETWEEN ${first} AND ${last}
   GROUP BY trajectory_no ORDER BY score DESC, trajectory_no`;

/**
 * @param site address of the app, which serves the corpus by the name of its folder
 * @param corpus folder of a corpus of many trajectories
 * @param name of the corpus in /corpora.json
 */
export async function measureTrajectoryList(add: Add, site: string, corpus: string, name: string): Promise<void> {
  const rows = manifestOf(corpus).totals.trajectories;
  const { browser, page } = await launch();
  await page.goto(`${site}/trajectories/?corpus=${name}`);
  const first = await waitVisible(page, ROWS);
  add(`list of ${rows.toLocaleString('en-GB')} trajectories, cold: first rows`, first, 'ms', null, 'one run');
  const loaded = await waitVisible(page, '[aria-label="Engine: ready"]');
  add('list of a million, cold: all tables in memory', loaded, 'ms', null, 'one run');
  await page.waitForTimeout(2000);
  await measureList(add, page, LIST, { name: 'list of a million: ', search: 200, sort: 200, rows: 200, counts: 200 });
  await browser.close();
}

/** @param port of the bare engine's page */
export async function measureBareList(add: Add, runs: number, corpus: string, port: number): Promise<void> {
  const server = await serveBareEngine(corpus, port);
  const { browser, page } = await launch();
  await page.goto(`http://localhost:${port}/`);
  await page.waitForFunction(() => 'bare' in window);
  await page.evaluate(() => window.bare.boot());
  const { tables } = manifestOf(corpus);
  const urls = (table: keyof typeof tables): string[] =>
    (tables[table]?.shards ?? []).map(({ path }) => `/corpus/${path}`);
  const load = (table: keyof typeof tables, columns: string) =>
    page.evaluate(([to, all, wanted]) => window.bare.load(to, all, wanted), [table, urls(table), columns] as const);
  await load('trajectories', 'trajectory_no, facet_no, tokens');
  await load('trajectory_facets', '*');
  await load('trajectory_terms', '*');
  await page.evaluate((all) => window.bare.view('trajectory_postings', all), urls('trajectory_postings'));
  const { first = 0, last = -1 } = await page.evaluate((text) => window.bare.firstRow(text), termRange);
  for (const [what, sql] of [...BARE, [`ranked search for "${SEARCHED}"`, ranked(first, last)] as const]) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await page.evaluate((text) => window.bare.run(text, []), sql));
    const how = `median of ${runs}; p95 ${p95(times).toFixed(0)} ms`;
    add(`bare engine, a million trajectories: ${what}`, median(times), 'ms', null, how);
  }
  await browser.close();
  server.close();
}
