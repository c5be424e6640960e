/** The page of one trajectory: a link to a step, cold and from afar; a very long one; and the ones beside it. */
import type { Page } from 'playwright';
import { bytesOf } from './api-page.ts';
import { serveBareEngine } from './bare/serve.ts';
import { launch, openCold, waitVisible } from './chromium.ts';
import { inCorpus, rowGroupBytes, shardFiles } from './corpus.ts';
import { delayed } from './delay.ts';
import type { Add } from './report.ts';
import { median, p95 } from './statistics.ts';

const ROUND_TRIP = 50;
const ROUND_TRIPS = 4;
const STEP = '[data-testid="steps"] [data-step]';

/** Where things are served. */
export interface TrajectoryBench {
  readonly runs: number;
  readonly port: number;
  /** Folder of the corpus that links lead into, which is the first that is served. */
  readonly corpus: string;
  /** Name of the corpus that holds a very long trajectory. */
  readonly long: string;
  /** Three free ports. */
  readonly free: readonly [number, number, number];
}

/** The recorded trajectory with the most steps, and the last of them. */
async function linkedStep(corpus: string): Promise<{ id: string; step: number }> {
  const [row] = await inCorpus<{ id: string; step: number }>(
    `SELECT trajectory_id AS id, n_steps - 1 AS step FROM read_parquet(?) ORDER BY n_steps DESC, trajectory_id LIMIT 1`,
    [shardFiles(corpus, 'trajectories')[0] ?? ''],
  );
  return row!;
}

/** Opens a page in a browser that knows nothing. @returns milliseconds until the selector is on screen */
async function coldTime(url: string, selector: string): Promise<number> {
  const { browser, milliseconds } = await openCold(url, selector);
  await browser.close();
  return milliseconds;
}

/** A link to a step, near and far, and the bare engine's boot as far away: in turns, since the machine is not the same from minute to minute. */
export async function measureLink(add: Add, { runs, port, corpus, free }: TrajectoryBench): Promise<void> {
  const { id, step } = await linkedStep(corpus);
  const path = `/trajectories/view/?id=${encodeURIComponent(id)}&step=${step}`;
  const selector = `[data-testid="steps"] [data-step="${step}"]`;
  const [farPort, enginePort, farEnginePort] = free;
  const servers = [
    await delayed(port, farPort, ROUND_TRIP),
    await serveBareEngine(corpus, enginePort),
    await delayed(enginePort, farEnginePort, ROUND_TRIP),
  ];
  const times: { near: number; far: number; boot: number }[] = [];
  for (let run = 0; run < runs; run++) {
    times.push({
      near: await coldTime(`http://localhost:${port}${path}`, selector),
      far: await coldTime(`http://localhost:${farPort}${path}`, selector),
      boot: await bootTime(`http://localhost:${farEnginePort}/`),
    });
  }
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  const near = median(times.map((time) => time.near));
  const far = median(times.map((time) => time.far));
  const boot = median(times.map((time) => time.boot));
  add('link to a step, cold: its content on screen', near, 'ms', 2500, `median of ${runs}, cold profile`);
  const limit = boot + ROUND_TRIPS * ROUND_TRIP;
  add(
    `the same at ${ROUND_TRIP} ms`,
    far,
    'ms',
    limit,
    `in turns with the bare engine's boot there: ${boot.toFixed(0)} ms`,
  );
  const trips = (far - near) / ROUND_TRIP;
  add(
    'the same: round trips one after another',
    trips,
    'count',
    null,
    `(${far.toFixed(0)} − ${near.toFixed(0)} ms) / 50`,
  );
  const bytes = await bytesOf('steps', `http://localhost:${port}${path}`, selector);
  const group = await rowGroupBytes(corpus, 'steps', id);
  add('the same: bytes of steps read', bytes, 'B', 3 * group, `its row group: ${(group / 1e3).toFixed(0)} kB`);
}

/** Milliseconds from the start of the navigation until the bare engine has booted, in a browser that knows nothing. */
async function bootTime(url: string): Promise<number> {
  const { browser, page } = await launch();
  await page.goto(url);
  await page.waitForFunction(() => 'bare' in window);
  const milliseconds = await page.evaluate(async () => (await window.bare.boot(), performance.now()));
  await browser.close();
  return milliseconds;
}

/** A page that is closed whatever becomes of the work. */
async function inPage(work: (page: Page) => Promise<void>): Promise<void> {
  const { browser, page } = await launch();
  try {
    await work(page);
  } finally {
    await browser.close();
  }
}

/** A trajectory of thousands of steps, from the list with a warm engine, and scrolled through. */
export function measureLong(add: Add, { runs, port, long }: TrajectoryBench): Promise<void> {
  return inPage(async (page) => {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      await page.goto(`http://localhost:${port}/trajectories/?corpus=${long}&sort=-steps`, { waitUntil: 'commit' });
      await waitVisible(page, '[data-trajectory-id]');
      await page.waitForTimeout(1500);
      times.push(await clickUntil(page, '[data-trajectory-id]', STEP));
    }
    add('trajectory of 5,000 steps, warm: first steps', median(times), 'ms', 1500, `median of ${runs}, from the list`);
    const blanks: number[] = [];
    for (let run = 0; run < runs; run++) blanks.push(await measureBlank(page));
    const how = `worst of ${runs} runs of 3 s, with jumps`;
    add('the same, scrolled: longest blank', Math.max(...blanks), 'ms', 100, how);
  });
}

/** Opens the first row as a person does, by a double click, and waits for what it leads to. */
async function clickUntil(page: Page, row: string, selector: string): Promise<number> {
  const link = page.locator(`${row} a`).first();
  const isLink = (await link.count()) > 0;
  const start = await page.evaluate(() => performance.now());
  await (isLink ? link.click() : page.locator(row).first().dblclick());
  return (await waitVisible(page, selector)) - start;
}

/** @returns the longest time, in milliseconds, that a part of the window stayed without a row while it was scrolled */
function measureBlank(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const list = document.querySelector('[data-testid="steps"]');
    if (list === null) throw new Error('no steps');
    let longest = 0;
    let since: number | null = null;
    const start = performance.now();
    for (let frame = 0; performance.now() - start < 3000; frame++) {
      const { scrollHeight } = document.documentElement;
      window.scrollTo(0, frame % 60 === 59 ? Math.random() * scrollHeight : window.scrollY + 300);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const box = list.getBoundingClientRect();
      const from = Math.max(box.top, 100);
      const to = Math.min(box.bottom, window.innerHeight);
      const rows = [...list.children].map((row) => row.getBoundingClientRect());
      const isCovered = (y: number) => rows.some(({ top, bottom }) => top <= y + 1 && bottom >= y - 1);
      const places = Array.from({ length: 12 }, (_, i) => from + ((to - from) * (i + 0.5)) / 12);
      const now = performance.now();
      if (to <= from || places.every(isCovered)) since = null;
      else since ??= now;
      if (since !== null) longest = Math.max(longest, now - since);
    }
    return longest;
  });
}

/** The next and the previous trajectory of the list, by key. */
export async function measureNeighbours(add: Add, { port, corpus }: TrajectoryBench): Promise<void> {
  const { id } = await linkedStep(corpus);
  await inPage(async (page) => {
    const url = `http://localhost:${port}/trajectories/view/?id=${encodeURIComponent(id)}`;
    await page.goto(url, { waitUntil: 'commit' });
    await waitVisible(page, STEP);
    // The list has been put in order.
    await page.getByTestId('position').filter({ hasText: ' of ' }).waitFor({ timeout: 120_000 });
    await page.waitForTimeout(3000);
    const times: number[] = [];
    for (let press = 0; press < 40; press++) {
      times.push(await pressUntilSteps(page, press % 4 === 3 ? 'p' : 'n'));
      // A reader looks at each for a moment.
      await page.waitForTimeout(400);
    }
    const how = `p95 of ${times.length} keys; median ${median(times).toFixed(0)} ms`;
    add('next and previous trajectory: first steps', p95(times), 'ms', 150, how);
  });
}

/** Milliseconds from a key to the steps of another trajectory, seen from inside the page. */
function pressUntilSteps(page: Page, key: string): Promise<number> {
  return page.evaluate(async (pressed) => {
    const shown = () => document.querySelector('[data-testid="steps"] [data-step]');
    const before = [new URLSearchParams(location.search).get('id'), shown()] as const;
    const start = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const id = new URLSearchParams(location.search).get('id');
      const now = shown();
      if (id !== before[0] && now !== null && now !== before[1]) return performance.now() - start;
      if (performance.now() - start > 60_000) throw new Error(`"${pressed}" led nowhere`);
    }
  }, key);
}
