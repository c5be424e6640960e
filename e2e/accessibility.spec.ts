import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, SHELF, test } from './pages.ts';

const API = encodeURIComponent('library.test/lending/listBooks');
const pages: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ['overview', `/?${SHELF}`, (page) => page.getByRole('heading', { level: 1 }).waitFor()],
  ['catalogue', `/apis/?${SHELF}`, (page) => page.locator('[data-api-id]').first().waitFor()],
  ['API page', `/apis/view/?${SHELF}&id=${API}`, (page) => page.getByTestId('parameters').waitFor()],
  ['planner', `/mixture/plan/?${SHELF}`, (page) => page.getByTestId('packed-facts').waitFor()],
  ['trajectories', `/trajectories/?${SHELF}`, (page) => page.locator('[data-trajectory-id]').first().waitFor()],
];

for (const [name, url, ready] of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing serious`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(url);
      await ready(page);
      // What scrolls must hold something to focus: it does when the facets are there, and dimmed text is of an older question.
      if (name === 'catalogue' || name === 'trajectories')
        await expect(page.locator('[data-testid="facets"]:not([data-stale])')).toHaveCSS('opacity', '1');
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
        [],
      );
    });
  }

  test(`${name}: nothing overflows at 390 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(url);
    await ready(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test(`${name}: the first Tab leads past the header`, async ({ page }) => {
    await page.goto(url);
    await ready(page);
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toContainText(/skip/i);
  });
}
