import type { Page } from '@playwright/test';
import { expect, exported, LOANS, SHELF, test } from './pages.ts';

const LIST = `/trajectories/?${LOANS}`;

const rows = (page: Page) => page.locator('[data-trajectory-id]');
const fresh = (page: Page) => page.locator('[data-testid="table"]:not([data-stale])');

async function narrowed(page: Page, to: number): Promise<void> {
  await expect(fresh(page)).toHaveAttribute('data-count', String(to));
}

test('facets narrow the list, and the address says how', async ({ page }) => {
  await page.goto(LIST);
  await narrowed(page, 4);
  await page.locator('[data-facet="problem"]').getByText('missing-required').click();
  await narrowed(page, 1);
  await expect(page).toHaveURL(/problem=missing-required/);
  await expect(page.getByTestId('filter-chips')).toContainText('missing-required');
  await expect(rows(page).first()).toContainText('seven books');
  await page.goBack();
  await narrowed(page, 4);
  await page.getByRole('textbox', { name: 'Steps, at least' }).fill('5');
  await page.keyboard.press('Enter');
  await narrowed(page, 2);
});

test('a search finds words of any step, best match first', async ({ page }) => {
  await page.goto(LIST);
  await page.getByTestId('trajectory-search').fill('keeper');
  await narrowed(page, 2);
  await expect(rows(page).first()).toContainText('Who wrote');
  await page.getByTestId('trajectory-search').fill('xyzzy');
  await expect(page.getByTestId('no-match')).toBeVisible();
});

test('tools that are called narrow the list, also in their order', async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole('button', { name: 'Tools called' }).click();
  await page.locator('[data-facet="tool"]').getByText('burn_catalogue').click();
  await narrowed(page, 1);
  await page.getByRole('button', { name: 'Clear Tools called' }).click();
  await narrowed(page, 4);
  await page.getByRole('button', { name: 'Calls in order' }).click();
  for (const tool of ['find_book', 'lend_book']) {
    await page.getByTestId('sequence').getByPlaceholder('Find a tool').first().fill(tool);
    await page.getByTestId('sequence').getByRole('button', { name: tool }).click();
  }
  await narrowed(page, 1);
  await expect(page).toHaveURL(/then=/);
  await page.reload();
  await narrowed(page, 1);
});

test('a row is looked at, flagged and opened by keyboard', async ({ page }) => {
  await page.goto(LIST);
  await narrowed(page, 4);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const id = (await page.locator('[data-trajectory-id][data-active]').getAttribute('data-trajectory-id')) ?? '';
  await page.keyboard.press(' ');
  await expect(page.getByTestId('preview')).toHaveAttribute('data-preview-id', id);
  await expect(page.getByTestId('preview-steps').getByRole('listitem').first()).toContainText('user');
  await page.keyboard.press('f');
  await expect(page.locator(`[data-trajectory-id="${id}"]`).getByTestId('flag')).toBeVisible();
  await page.reload();
  await page.getByTestId('flagged-only').click();
  await narrowed(page, 1);
  await page.getByTestId('flagged-only').click();
  await narrowed(page, 4);
  await expect(page.locator('[data-trajectory-id][data-active]')).toHaveAttribute('data-trajectory-id', id);
  await page.getByTestId('table').focus();
  await page.keyboard.press('o');
  await expect(page.getByTestId('trajectory-page')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`id=${id.replace(':', '(:|%3A)')}`));
});

test('the selection is exported in the formats of others', async ({ page }) => {
  await page.goto(`${LIST}&problem=missing-required`);
  await narrowed(page, 1);
  for (const [format, has] of [
    ['OpenAI messages', '"tool_calls"'],
    ['ShareGPT', '"from":"human"'],
    ['JSON Lines', '"trajectory_id"'],
    ['Parquet', 'PAR1'],
  ] as const) {
    const text = await exported(page, format);
    expect(text).toContain(has);
    if (format !== 'Parquet') expect(text.trimEnd().split('\n')).toHaveLength(1);
  }
});

test('an order that comes in two parts is whole for whoever needs all of it', async ({ page }) => {
  await page.goto('/trajectories/?corpus=many');
  await narrowed(page, 300);
  const byTokens = page.locator('[data-column="tokens"] button').first();
  await byTokens.click();
  await expect(rows(page).first()).toContainText('Question 299');
  await expect(async () => {
    await page.getByTestId('table').focus();
    await page.keyboard.press('End');
    await expect(rows(page).last()).toContainText('Question 0', { timeout: 500 });
  }).toPass();
  await byTokens.click();
  await expect(rows(page).first()).toContainText('Question 0');
  const lines = (await exported(page, 'OpenAI messages')).trimEnd().split('\n');
  expect(lines).toHaveLength(300);
  expect(lines[0]).toContain('Question 0:');
  expect(lines[299]).toContain('Question 299:');
});

test('garbage in any parameter is no crash', async ({ page, watched }) => {
  const garbage =
    '&q=%00%F0%9F%92%A9&kind=%3Cscript%3E&steps=x..y&reward=9e99..-1&sort=;drop&sample=NaN.-1&then=a&problem=%27&tool=%22&row=%5C&density=1';
  await page.goto(`${LIST}${garbage}`);
  await expect(page.getByTestId('no-match').or(rows(page).first()).first()).toBeVisible();
  expect(watched.errors).toEqual([]);
});

test('the page of an API leads to the trajectories that call it', async ({ page }) => {
  await page.goto(`${LIST}&tool=%3Fburn_catalogue`);
  await narrowed(page, 1);
  await page.goto(`/trajectories/?${SHELF}&api=library.test/lending/listBooks`);
  await expect(page.getByTestId('filter-chips')).toContainText('library.test/lending/listBooks');
  await expect(rows(page).first()).toBeVisible();
});

test('filters and the preview are sheets on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LIST);
  await expect(rows(page).first()).toBeVisible();
  await page.getByTestId('open-filters').click();
  await expect(page.getByRole('dialog').getByTestId('facets')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId('preview-toggle').click();
  await expect(page.getByRole('dialog')).toContainText('Preview');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('what was assembled from documentation says so, in the list and with its steps and calls', async ({ page }) => {
  await page.goto(`/trajectories/?${SHELF}&errors=yes`);
  await expect(page.getByTestId('table')).toContainText('constructed');
  await page.locator('[data-trajectory-id]').first().getByRole('link').first().click();
  await expect(page.getByTestId('trajectory-page')).toBeVisible();
  await expect(page.getByTestId('constructed')).toBeVisible();
  await expect(page.getByTestId('call').first()).toBeVisible();
  await expect(page.getByTestId('note').first()).toBeVisible();
  await page.getByTestId('call-api').first().click();
  await expect(page.getByTestId('api-page')).toBeVisible();
});

test('an unknown trajectory and an unknown step say so', async ({ page }) => {
  await page.goto(`/trajectories/view/?${LOANS}&id=nowhere:1`);
  await expect(page.getByTestId('unknown-trajectory')).toBeVisible();
  await page.goto(`/trajectories/view/?${LOANS}&id=e2e-trajectories:lend-1&step=999`);
  await expect(page.getByTestId('no-step')).toBeVisible();
});
