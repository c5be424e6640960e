import { expect, test } from './pages.ts';

const alert = /apis/;

test('a missing shard is named; the overview still works', async ({ page }) => {
  await page.goto('/apis/?corpus=missing-apis');
  await expect(page.getByRole('alert').first()).toContainText(alert);
  await expect(page.getByRole('alert').first()).toContainText(/404|not there|missing/i);
  await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shelf');
});

test('a shard whose bytes are not those of the manifest is refused', async ({ page }) => {
  await page.goto('/apis/?corpus=corrupt-apis');
  await expect(page.getByRole('alert').first()).toContainText(alert);
  await expect(page.getByRole('alert').first()).toContainText(/hash|sha/i);
});

for (const corpus of ['missing-docs', 'corrupt-docs']) {
  test(`${corpus}: the page of an API says which file; the catalogue still works`, async ({ page }) => {
    await page.goto(`/apis/view/?corpus=${corpus}&id=library.test%2Flending%2FlistBooks`);
    await expect(page.getByRole('alert').first()).toContainText(/api_docs/);
    await page.goto(`/apis/?corpus=${corpus}`);
    await expect(page.locator('[data-api-id]').first()).toBeVisible();
  });
}

test('a corpus of a newer version is told apart', async ({ page }) => {
  await page.goto('/?corpus=newer-version');
  await expect(page.getByRole('main')).toContainText(/99/);
  await expect(page.getByRole('main')).toContainText(/newer/i);
});

for (const corpus of ['not-a-corpus', 'not-json']) {
  test(`${corpus}: says that corpus.json is none`, async ({ page }) => {
    await page.goto(`/apis/?corpus=${corpus}`);
    await expect(page.getByRole('main')).toContainText('corpus.json');
  });
}

test('an unknown corpus is named, and a way on leads to a known one', async ({ page }) => {
  await page.goto('/?corpus=nowhere');
  await expect(page.getByRole('main')).toContainText('nowhere');
  await page.getByRole('main').getByText('Open the first one here').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shelf');
});

test('no network for the engine is said, and can be tried again', async ({ page }) => {
  await page.route('**/engine/**', (route) => route.abort());
  await page.goto('/apis/?corpus=shelf');
  await expect(page.getByRole('alert').first()).toContainText(/engine/i);
  await page.unroute('**/engine/**');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.locator('[data-api-id]').first()).toBeVisible();
});
