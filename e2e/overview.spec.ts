import { expect, SHELF, test } from './pages.ts';

test('numbers come from corpus.json, without the engine', async ({ page }) => {
  await page.route('**/engine/**', (route) => route.abort());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/?${SHELF}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shelf');
  await expect(page.getByRole('main')).toContainText('3,006');
  await expect(page.getByRole('main')).toContainText('rejected');
  await expect(page.getByText('assembled from documentation, not recorded').first()).toBeVisible();
  // The list of corpora is in the page; the script in its head asks for the rest, and the page takes its answers.
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual(['/corpora/shelf/corpus.json']);
});

test('a host that does not write the list of corpora into its pages is asked for it', async ({ page }) => {
  await page.route(/\/\?corpus=/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    expect(html).toContain('<meta name="corpora"');
    await route.fulfill({ response, body: html.replace(/<meta name="corpora"[^>]*>/, '') });
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/?${SHELF}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shelf');
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual(['/corpora.json', '/corpora/shelf/corpus.json']);
});

test('a bar opens the APIs behind it', async ({ page }) => {
  await page.goto(`/?${SHELF}`);
  await page
    .getByRole('link', { name: /DELETE/ })
    .first()
    .click();
  await expect(page).toHaveURL(/method=DELETE/);
  await expect(page.getByTestId('result-count')).toContainText('1');
  await expect(page.locator('[data-api-id]')).toHaveCount(1);
});

test('the palette opens by keyboard and leads to a page', async ({ page }) => {
  await page.goto(`/?${SHELF}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('trajectories');
  await expect(page.getByRole('option', { name: /^Trajectories/ })).toBeVisible();
  await page.getByRole('option', { name: /^Trajectories/ }).click();
  await expect(page).toHaveURL(/\/trajectories\//);
});

test('the theme is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/?${SHELF}`);
  await expect(page.locator('html')).toHaveClass(/dark/);
});
