/** Text of a corpus is shown and never runs: payloads stand in every text column of fixtures/e2e/hostile.json. */
import type { Page } from '@playwright/test';
import { expect, SHELF, test } from './pages.ts';

const id = encodeURIComponent("hostile.test/<svg onload=window.__ran='tool'>/<img src=x onerror=window.__ran='name'>");

async function expectHarmless(page: Page) {
  expect(await page.evaluate(() => '__ran' in window)).toBe(false);
  const live = page.locator(
    'main :is(script, iframe, object, embed, form[action], video, audio, style, link, base, meta)',
  );
  expect(await live.count()).toBe(0);
  expect(await page.locator('main [onerror], main [onload], main [onclick]').count()).toBe(0);
  expect(await page.locator('main a[href^="javascript:"], main a[href^="data:"]').count()).toBe(0);
  expect(await page.locator('main img[src^="http"]').count()).toBe(0);
}

test.beforeEach(({ page }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
});

test('on the overview', async ({ page }) => {
  await page.goto(`/?${SHELF}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectHarmless(page);
});

test('in the catalogue, its facets and its search', async ({ page }) => {
  await page.goto(`/apis/?${SHELF}&provider=hostile.test`);
  await expect(page.locator('[data-api-id]')).toHaveCount(1);
  await page.getByTestId('api-search').fill('onerror');
  await expect(page).toHaveURL(/q=onerror/);
  await expectHarmless(page);
});

test('on its page, with everything unfolded', async ({ page }) => {
  await page.goto(`/apis/view/?${SHELF}&id=${id}`);
  await expect(page.getByTestId('api-name')).toContainText('<img src=x');
  await expect(page.getByTestId('parameters')).toContainText('__proto__');
  await page.getByTestId('load-raw').click();
  await expect(page.getByTestId('section-raw')).toContainText('onerror');
  await expectHarmless(page);
});

test('in a trajectory', async ({ page }) => {
  await page.goto(`/trajectories/?${SHELF}&q=script`);
  await page.goto(`/trajectories/view/?${SHELF}&id=${encodeURIComponent('openapi-examples:')}${id}`);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByTestId('trajectory-page').or(page.getByTestId('unknown-trajectory')).first()).toBeVisible();
  await expectHarmless(page);
});
