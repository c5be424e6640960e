/** Each page once: axe in both themes, the way past the header by keyboard, and the width of a phone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, LOANS, SHELF, test } from './pages.ts';

const API = encodeURIComponent('library.test/lending/listBooks');
const trajectory = (id: string) => encodeURIComponent(`e2e-trajectories:${id}`);

/** What scrolls must hold something to focus: it does when the facets are there, and dimmed text is of an older question. */
const upToDate = (page: Page) =>
  expect(page.locator('[data-testid="facets"]:not([data-stale])')).toHaveCSS('opacity', '1');

const pages: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ['overview', `/?${SHELF}`, (page) => page.getByRole('heading', { level: 1 }).waitFor()],
  [
    'catalogue',
    `/apis/?${SHELF}`,
    (page) => Promise.all([page.locator('[data-api-id]').first().waitFor(), upToDate(page)]),
  ],
  ['API page', `/apis/view/?${SHELF}&id=${API}`, (page) => page.getByTestId('parameters').waitFor()],
  ['planner', `/mixture/plan/?${SHELF}`, (page) => page.getByTestId('packed-facts').waitFor()],
  [
    'trajectories',
    `/trajectories/?${LOANS}`,
    (page) => Promise.all([page.locator('[data-trajectory-id]').first().waitFor(), upToDate(page)]),
  ],
  [
    'inspector',
    `/trajectories/view/?${LOANS}&id=${trajectory('lend-2')}&step=1&call=0&find=book`,
    (page) => page.getByTestId('arguments').waitFor(),
  ],
  [
    'comparison',
    `/trajectories/compare/?${LOANS}&a=${trajectory('lend-1')}&b=${trajectory('lend-2')}`,
    (page) => page.getByTestId('compare-summary').waitFor(),
  ],
  ['files', '/open/', (page) => page.getByTestId('file-input').waitFor({ state: 'attached' })],
];

async function expectNothingGrave(page: Page, theme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveClass(theme === 'dark' ? /dark/ : /light/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  expect.soft(found, `axe, ${theme}`).toEqual([]);
}

for (const [name, url, ready] of pages) {
  test(`${name}: axe, the first Tab and a phone's width`, async ({ page }) => {
    await page.goto(url);
    await ready(page);
    await page.keyboard.press('Tab');
    await expect.soft(page.locator(':focus')).toContainText(/skip/i);
    await expectNothingGrave(page, 'light');
    await expectNothingGrave(page, 'dark');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.soft.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
