/** The distributions of a mixture: cold charts, and switches of measure and weight. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { measureCold } from './catalogue.ts';
import { launch, waitVisible } from './chromium.ts';
import type { Add } from './report.ts';
import { median, p95 } from './statistics.ts';
import { pageJavaScript } from './weight.ts';

/** The last chart that a person waits for: the lengths, from token_stats. */
const CHART = 'figure svg[aria-label="Histograms"] a';

/** What is chosen, in turn: each changes the chart of lengths. */
const WEIGHTS = ['by token', 'by record'] as const;
const MEASURES = ['characters', 'steps', 'calls', 'tokens: observations', 'tokens per step', 'tokens'] as const;

/**
 * @param out folder of the export
 * @param site address that serves it with the default corpus
 */
export async function measureMixture(add: Add, runs: number, site: string, out: string): Promise<void> {
  const script = pageJavaScript(out, join('mixture', 'index.html'));
  add('JavaScript of the mixture page, gzipped', script, 'B', null, 'counted; engine and treemap apart');
  await measureCold(add, runs, 'mixture, cold: charts on screen', `${site}/mixture/`, CHART, 1200);
  const { browser, page } = await launch();
  await page.goto(`${site}/mixture/`);
  await waitVisible(page, CHART);
  // A person looks before they switch.
  await page.waitForTimeout(2_000);
  const weights = await measureSwitches(page, WEIGHTS, 4 * runs, switchWeight);
  add('mixture: weight to chart', p95(weights), 'ms', 100, spread(weights));
  const measures = await measureSwitches(page, MEASURES, 4 * runs, switchMeasure);
  add('mixture: measure to chart', p95(measures), 'ms', 100, spread(measures));
  await browser.close();
}

const spread = (times: readonly number[]): string =>
  `p95 of ${times.length} switches; median ${median(times).toFixed(0)} ms`;

async function measureSwitches(
  page: Page,
  names: readonly string[],
  times: number,
  choose: (page: Page, name: string) => Promise<number>,
): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    taken.push(await choose(page, names[time % names.length]!));
    await page.waitForTimeout(150);
  }
  return taken;
}

/** From a click to the frame that shows another chart, seen from inside the page. */
function switchWeight(page: Page, name: string): Promise<number> {
  return page.evaluate(async (label) => {
    const chart = () => document.querySelector('svg[aria-label="Histograms"]')?.textContent ?? '';
    const shown = () => document.querySelector('svg[aria-label="Histograms"]')?.closest('figure')?.textContent ?? '';
    const before = chart() + shown();
    const button = [...document.querySelectorAll<HTMLElement>('button[role="radio"]')].find(
      (one) => one.textContent === label,
    );
    const start = performance.now();
    button?.click();
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (chart() + shown() === before && performance.now() - start < 10_000);
    return performance.now() - start;
  }, name);
}

/** As switchWeight, from the key that chooses an option of the list. */
async function switchMeasure(page: Page, name: string): Promise<number> {
  await page.getByRole('combobox', { name: 'Measure of length' }).click();
  await page.getByRole('option', { name, exact: true }).focus();
  return page.evaluate(async () => {
    const shown = () => document.querySelector('svg[aria-label="Histograms"]')?.closest('figure')?.textContent ?? '';
    const before = shown();
    const option = document.activeElement;
    const start = performance.now();
    option?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (shown() === before && performance.now() - start < 10_000);
    return performance.now() - start;
  });
}
