import type { Page } from '@playwright/test';
import { expect, exported, SHELF, test } from './pages.ts';

const rows = (page: Page) => page.locator('[data-api-id]');
const count = (page: Page) => page.getByTestId('result-count');
const fresh = (page: Page) => page.locator('[data-testid="table"]:not([data-stale])');

async function openCatalogue(page: Page): Promise<void> {
  await page.goto(`/apis/?${SHELF}`);
  await expect(count(page)).toContainText('3,006');
}

test('one virtual table holds every API', async ({ page }) => {
  await openCatalogue(page);
  await expect(page.getByTestId('table')).toHaveAttribute('data-count', '3006');
  expect(await rows(page).count()).toBeLessThan(100);
  await page.getByTestId('table').focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-row-index="3005"][data-api-id]')).toBeVisible();
});

test('search ranks, highlights, matches prefixes and says where else it hit', async ({ page }) => {
  await openCatalogue(page);
  await page.keyboard.press('/');
  await page.keyboard.type('shel');
  await expect(rows(page).first()).toHaveAttribute('data-api-id', 'library.test/lending/listShelves');
  await expect(rows(page).first().locator('mark').first()).toHaveText(/shel/i);
  await expect(page).toHaveURL(/q=shel/);
  await page.getByTestId('api-search').fill('isbn');
  await expect(page.getByTestId('match-note').first()).toBeVisible();
});

test('facets narrow, count and come back from the link', async ({ page }) => {
  await openCatalogue(page);
  await page.locator('[data-facet="method"]').getByText('DELETE').click();
  await expect(fresh(page)).toHaveAttribute('data-count', '1');
  await expect(page).toHaveURL(/method=DELETE/);
  await page.reload();
  await expect(fresh(page)).toHaveAttribute('data-count', '1');
  await expect(page.getByTestId('filter-chips')).toContainText('DELETE');
  await page.goBack();
  await expect(count(page)).toContainText('3,006');
});

test('sorting by any column is in the URL', async ({ page }) => {
  await openCatalogue(page);
  await page.locator('[data-column="n_params"]').getByRole('button').first().click();
  await expect(page).toHaveURL(/sort=/);
  await expect(rows(page).first()).toHaveAttribute('data-api-id', /numbers.test|library.test/);
  const first = await rows(page).first().getAttribute('data-api-id');
  await page.reload();
  await expect(rows(page).first()).toHaveAttribute('data-api-id', first ?? '');
});

test('a seeded sample is the same for everyone who has the link', async ({ page, context }) => {
  const link = `/apis/?${SHELF}&sample=20.7`;
  await page.goto(link);
  await expect(fresh(page)).toHaveAttribute('data-count', '20');
  const ids = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-api-id')));
  const other = await context.newPage();
  await other.goto(link);
  await expect(fresh(other)).toHaveAttribute('data-count', '20');
  await expect(rows(other).first()).toBeVisible();
  expect(await rows(other).evaluateAll((all) => all.map((row) => row.getAttribute('data-api-id')))).toEqual(ids);
});

test('groups fold', async ({ page }) => {
  await openCatalogue(page);
  await page.getByTestId('group-toggle').click();
  await expect(page.locator('[data-group-key]').first()).toBeVisible();
  const before = Number(await page.getByTestId('table').getAttribute('data-count'));
  await page.locator('[data-group-key]').first().click();
  await expect.poll(async () => Number(await page.getByTestId('table').getAttribute('data-count'))).not.toBe(before);
});

test('nothing found says what to loosen', async ({ page }) => {
  await page.goto(`/apis/?${SHELF}&q=shelves&method=POST`);
  await expect(page.getByTestId('no-match')).toBeVisible();
  await page.getByTestId('no-match').getByRole('button').first().click();
  await expect(rows(page).first()).toBeVisible();
});

test('garbage in any parameter is no crash', async ({ page, watched }) => {
  const garbage =
    '&q=%00%F0%9F%92%A9&method=%3Cscript%3E&params=x..y&tokens=9e99..-1&sort=;drop&sample=NaN.-1&called=maybe&deprecated=2&cols=a,b&group=%27&fold=%22&row=%5C';
  await page.goto(`/apis/?${SHELF}${garbage}`);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByTestId('no-match').or(rows(page).first()).first()).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('the selection is exported as CSV, JSON Lines and Parquet', async ({ page }) => {
  await page.goto(`/apis/?${SHELF}&method=DELETE`);
  await expect(fresh(page)).toHaveAttribute('data-count', '1');
  expect(await exported(page, 'CSV')).toContain('library.test/lending/removeBook');
  expect(await exported(page, 'JSON Lines')).toContain('"api_id":"library.test/lending/removeBook"');
  expect(await exported(page, 'Parquet')).toContain('PAR1');
});

test('a row opens by keyboard, and back returns to it', async ({ page }) => {
  await openCatalogue(page);
  await page.getByTestId('table').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('api-page')).toBeVisible();
  await page.goBack();
  await expect(rows(page).first()).toBeVisible();
});
