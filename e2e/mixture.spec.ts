import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, SHELF, test } from './pages.ts';

const chart = (page: Page, title: RegExp) => page.getByRole('figure', { name: title });
const picture = (page: Page, title: RegExp) => chart(page, title).getByTestId('plot').locator('svg');

test('the distributions need no engine', async ({ page }) => {
  await page.route('**/engine/**', (route) => route.abort());
  await page.goto(`/mixture/?${SHELF}`);
  await expect(picture(page, /^Tokens by component/)).toBeVisible();
  await expect(
    picture(page, /^tokens per record by source, histogram/)
      .locator('a')
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Planner' })).toBeVisible();
});

test('shares, as bar, treemap and table, lead to their records and live in the URL', async ({ page }) => {
  await page.goto(`/mixture/?${SHELF}&by=source`);
  await page.getByRole('radio', { name: 'Table', exact: true }).click();
  await expect(page).toHaveURL(/as=table/);
  await page.getByRole('radio', { name: 'Absolute' }).click();
  await expect(page).toHaveURL(/scale=count/);
  await page.getByRole('radio', { name: 'Treemap' }).click();
  await expect(
    chart(page, /^Tokens by source/)
      .getByTestId('plot')
      .locator('svg.recharts-surface a')
      .first(),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'Bar', exact: true }).click();
  await picture(page, /^Tokens by source/)
    .locator('a')
    .first()
    .click();
  await expect(page).toHaveURL(/\/apis\/\?.*source=/);
});

test('a bin opens the records of its lengths, by keyboard too', async ({ page }) => {
  await page.goto(`/mixture/?${SHELF}`);
  const bars = picture(page, /^tokens per record by source/).locator('a');
  await bars.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(bars.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/apis\/\?.*tokens=\d+\.\.\d+/);
});

test('measure, chart and weight are in the URL, and each chart has its numbers', async ({ page }) => {
  await page.goto('/mixture/?corpus=loans&measure=steps&chart=box&weight=tokens');
  const box = chart(page, /^steps per trajectory by source, box, weighted by tokens/);
  await expect(box.getByTestId('plot').locator('svg')).toBeVisible();
  await box.getByRole('button', { name: 'Data' }).click();
  await expect(box.getByRole('columnheader', { name: /^50/ })).toBeVisible();
  for (const name of ['ECDF', 'Ridge', 'Bars']) {
    await page.getByRole('radio', { name, exact: true }).click();
    await expect(
      picture(page, /^steps per trajectory by source/)
        .locator('[data-note]')
        .first(),
    ).toBeVisible();
  }
});

test('a window cuts records: by slider and by number', async ({ page }) => {
  await page.goto(`/mixture/?${SHELF}`);
  const table = page.getByRole('region', { name: 'Truncated records' });
  await page.getByRole('slider', { name: /Context window/ }).press('Home');
  await expect(page).toHaveURL(/window=64/);
  await expect(page.getByText('the counts are exact')).toBeVisible();
  await page.getByLabel('Window in tokens').fill('70');
  await expect(page).toHaveURL(/window=70/);
  await expect(table).toContainText(/%/);
  await page.getByLabel('Window in tokens').fill('many');
  await expect(page.getByText(/A whole number from 1/)).toBeVisible();
});

test('a chart is saved as SVG with plain colours, and as PNG', async ({ page }) => {
  await page.goto(`/mixture/?${SHELF}`);
  const figure = chart(page, /^Tokens by component/);
  const svg = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'SVG' }).click();
  const text = readFileSync(await (await svg).path(), 'utf8');
  expect(text).toContain('<title>Tokens by component</title>');
  expect(text).toMatch(/fill="rgb\(/);
  expect(text).not.toMatch(/var\(|oklch|class=/);
  const png = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'PNG' }).click();
  expect(
    readFileSync(await (await png).path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('a second corpus stands beside the first; one that cannot be opened is said', async ({ page }) => {
  await page.goto(`/mixture/?${SHELF}&by=component`);
  await page.getByRole('button', { name: /Compare with a corpus/ }).click();
  await page.getByRole('button', { name: /loans/i }).click();
  await expect(page).toHaveURL(/with=loans/);
  await expect(picture(page, /^Tokens by component/)).toContainText(/loans/i);
  await page.goto(`/mixture/?${SHELF}&with=nowhere`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('nowhere');
  await expect(picture(page, /^Tokens by component/)).toBeVisible();
});

test('published statistics are drawn beside the corpus, and bad ones named', async ({ page }) => {
  await page.goto(`/mixture/?${SHELF}`);
  const choose = (name: string, text: string) =>
    page
      .getByTestId('published-input')
      .setInputFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
  await choose('token_count.json', '{"10": 5, "200": 7}');
  await expect(page.getByTestId('published')).toContainText('12 documents');
  await expect(picture(page, /^tokens per record by source/)).toContainText('token_count.json');
  await choose(
    'dataset_info.json',
    '{"features":{"text":{"dtype":"string","_type":"Value"}},"splits":{"train":{"num_examples":3}}}',
  );
  await expect(page.getByTestId('published').nth(1)).toContainText('train (published)');
  await choose('broken.json', '{');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('broken.json');
});

test('a missing shard of token_stats is named; shares by component stay', async ({ page }) => {
  await page.route('**/token_stats*', (route) => route.fulfill({ status: 404 }));
  await page.goto(`/mixture/?${SHELF}`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('token_stats');
  await expect(picture(page, /^Tokens by component/)).toBeVisible();
  await page.unroute('**/token_stats*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(picture(page, /^tokens per record by source/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`${colorScheme}: axe finds nothing serious`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`/mixture/?${SHELF}&by=source&with=loans`);
    await picture(page, /^tokens per record by source/).waitFor();
    await chart(page, /^Tokens per byte/)
      .getByRole('button', { name: 'Data' })
      .click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
      [],
    );
  });

test('nothing overflows at 390 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/mixture/?${SHELF}&by=source`);
  await picture(page, /^Tokens per byte/).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
