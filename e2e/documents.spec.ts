import type { Page } from '@playwright/test';
import { expect, test } from './pages.ts';

/** Four documents of an invented package (fixtures/e2e-documents). */
const PAPERS = 'corpus=papers';
const LIST = `/documents/?${PAPERS}`;
const idOf = (path: string) => encodeURIComponent(`tides:tides@1.0.0/${path}`);

async function narrowed(page: Page, to: number): Promise<void> {
  await expect(page.locator('[data-testid="table"]:not([data-stale])')).toHaveAttribute('data-count', String(to));
}

test('facets, ranges and search narrow the list, and the address says how', async ({ page }) => {
  await page.goto(LIST);
  await narrowed(page, 4);
  await page.locator('[data-facet="language"]').getByText('Markdown').click();
  await narrowed(page, 1);
  await expect(page).toHaveURL(/language=Markdown/i);
  await page.goBack();
  await page.locator('[data-facet="duplicate"]').getByText('exactly').click();
  await narrowed(page, 1);
  await expect(page.locator('[data-document-id]').first()).toContainText('spring-tide.ts');
  await page.goBack();
  await page.getByTestId('document-search').fill('HIGH water');
  await narrowed(page, 1);
  await page.getByTestId('document-search').fill('xyzzy');
  await expect(page.getByTestId('no-match')).toBeVisible();
});

test('a document is looked at and read by keyboard, and so are its neighbours', async ({ page }) => {
  await page.goto(`${LIST}&component=code`);
  await narrowed(page, 3);
  await page.getByTestId('table').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('preview-text')).toContainText('highest at a quay');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('title')).toContainText('high-water.ts');
  await expect(page.getByTestId('document-text')).toContainText('export function highWater');
  await expect(page.getByTestId('position')).toHaveText('2 of 3');
  await page.keyboard.press('n');
  await expect(page.getByTestId('title')).toContainText('spring-tide.ts');
  await expect(page.getByTestId('repeats')).toContainText('The same text as');
  await page.getByTestId('repeats').getByRole('link').click();
  await expect(page.getByTestId('title')).toContainText('high-water.ts');
});

test('an id that is unknown, or none, is said to be so', async ({ page }) => {
  await page.goto(`/documents/view/?${PAPERS}&id=nobody`);
  await expect(page.getByTestId('unknown-document')).toContainText('nobody');
  await page.goto(`/documents/view/?${PAPERS}`);
  await expect(page.getByTestId('unknown-document')).toContainText('?id=');
});

for (const path of ['readme.md', "src/<img src=x onerror=window.__ran='title'>.ts"]) {
  test(`text of ${path} is shown and never runs`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`/documents/view/?${PAPERS}&id=${idOf(path)}`);
    await expect(page.getByTestId('document-text')).toContainText(
      path === 'readme.md' ? 'Says when' : 'export const low',
    );
    expect(await page.evaluate(() => '__ran' in window)).toBe(false);
    expect(await page.locator('main :is(script, iframe), main [onerror], main a[href^="javascript:"]').count()).toBe(0);
    expect(asked.filter((url) => url.includes('tracker.test'))).toEqual([]);
  });
}
