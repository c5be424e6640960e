/** The catalogue of APIs, and the pages beside it. */
import type { Page } from 'playwright';
import { launch, openCold, waitVisible } from './chromium.ts';
import { measureFacets, measureKeystrokes, measureScroll, measureSorts, type ListPage } from './list-page.ts';
import type { Add } from './report.ts';
import { median, p95 } from './statistics.ts';

const ROWS = '[data-testid="table"]:not([data-stale]) [data-api-id]';
const LIST: ListPage = {
  rowId: 'data-api-id',
  search: 'api-search',
  searches: ['payment', 'create issue', 'user list', 'storage account', 'delete'],
};

/** Opens a page cold as often as asked for. */
export async function measureCold(
  add: Add,
  runs: number,
  what: string,
  url: string,
  selector: string,
  target: number,
): Promise<void> {
  const times: number[] = [];
  let transferred = { bytes: 0, requests: 0 };
  for (let run = 0; run < runs; run++) {
    const opened = await openCold(url, selector);
    times.push(opened.milliseconds);
    transferred = { ...opened.traffic };
    await opened.browser.close();
  }
  add(what, median(times), 'ms', target, `median of ${runs}, cold profile`);
  add(`${what}: transferred by then`, transferred.bytes, 'B', null, `${transferred.requests} requests, counted`);
}

/** The overview and the catalogue, cold, and the catalogue from the overview. */
export async function measurePages(add: Add, runs: number, site: string): Promise<void> {
  await measureCold(add, runs, 'overview, cold: totals on screen', `${site}/`, '[aria-label="Totals"] li', 1000);
  await measureCold(add, runs, 'catalogue, cold: first rows', `${site}/apis/`, ROWS, 2500);
  const times: number[] = [];
  const { browser, page } = await launch();
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

const spread = (times: readonly number[], of: string): string =>
  `p95 of ${times.length} ${of}; median ${median(times).toFixed(0)} ms`;

/** What a list answers to, warm. */
export interface ListTargets {
  readonly name: string;
  readonly search: number;
  readonly sort: number;
  readonly rows: number;
  readonly counts: number | null;
}

/** Keystrokes, sorts and facets of the list that a page shows. */
export async function measureList(add: Add, page: Page, list: ListPage, targets: ListTargets): Promise<void> {
  const { name } = targets;
  const keys = await measureKeystrokes(page, list);
  add(`${name}search: keystroke to rows`, p95(keys), 'ms', targets.search, spread(keys, 'keystrokes'));
  const sorts = await measureSorts(page, list);
  add(`${name}sort by any column`, p95(sorts), 'ms', targets.sort, spread(sorts, 'clicks'));
  const facets = await measureFacets(page, list);
  for (const part of ['rows', 'counts'] as const) {
    const times = facets.map((time) => time[part]);
    add(`${name}facet click to ${part}`, p95(times), 'ms', targets[part], spread(times, 'clicks'));
  }
}

export async function measureCatalogue(add: Add, runs: number, site: string): Promise<void> {
  const { browser, page } = await launch();
  await page.goto(`${site}/apis/`);
  await waitVisible(page, ROWS);
  // Warm: the index of the search, which is loaded and tried behind the first rows, is there.
  await page.waitForTimeout(3000);
  await waitVisible(page, '[aria-label="Engine: ready"]');
  await page.waitForTimeout(2000);
  await measureList(add, page, LIST, { name: '', search: 100, sort: 150, rows: 150, counts: null });
  const blanks: number[] = [];
  for (let run = 0; run < runs; run++) blanks.push(await measureScroll(page));
  add('scroll: longest blank row', Math.max(...blanks), 'ms', 100, `worst of ${runs} runs of 3 s, with jumps`);
  await browser.close();
}
