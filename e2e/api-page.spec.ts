import { expect, SHELF, test } from './pages.ts';

const addressOf = (id: string, rest = '') => `/apis/view/?${SHELF}&id=${encodeURIComponent(id)}${rest}`;

test('shows documentation, parameters, schema, examples and the training document', async ({ page }) => {
  await page.goto(addressOf('library.test/lending/listBooks'));
  await expect(page.getByTestId('api-name')).toHaveText('listBooks');
  await expect(page.getByTestId('section-docs').locator('table')).toContainText('the book’s number'.replace('’', "'"));
  await expect(page.getByTestId('parameters')).toContainText('author');
  await expect(page.getByTestId('doc-tokens')).toContainText(/\d+/);
  await expect(page.getByTestId('api-page')).toContainText('Notes on the Engine');
  await expect(page.getByTestId('siblings')).toContainText('getBook');
});

test('calls in trajectories lead to the step', async ({ page }) => {
  await page.goto(addressOf('library.test/lending/getBook'));
  await page.getByTestId('api-calls').getByRole('link').first().click();
  await expect(page.getByTestId('trajectory-page')).toBeVisible();
  await expect(page).toHaveURL(/step=\d+/);
});

test('a recursive schema unfolds level by level', async ({ page }) => {
  await page.goto(addressOf('library.test/lending/listShelves'));
  const schema = page.getByTestId('section-response');
  await expect(schema).toContainText('children');
  for (let level = 0; level < 3; level++) {
    await schema
      .getByRole('treeitem', { expanded: false })
      .filter({ hasText: /children|Shelf|items/ })
      .first()
      .click();
  }
  await expect(schema.getByText('children').nth(1)).toBeVisible();
});

test('previous and next keep to the filter', async ({ page }) => {
  await page.goto(addressOf('library.test/lending/listBooks', '&provider=library.test'));
  await expect(page.getByTestId('position')).toHaveText(/^\d of 5$/);
  await page.getByTestId('next').click();
  await expect(page.getByTestId('api-name')).toHaveText('listShelves');
  await expect(page).toHaveURL(/provider=library.test/);
  await expect(page.getByTestId('position')).toHaveText('4 of 5');
  await page.keyboard.press('p');
  await expect(page.getByTestId('api-name')).toHaveText('listBooks');
});

test('the raw record is read on demand', async ({ page }) => {
  await page.goto(addressOf('library.test/lending/removeBook'));
  await page.getByTestId('load-raw').click();
  await expect(page.getByTestId('api-page')).toContainText('operationId: removeBook');
});

test('an unknown id says so and offers ways on', async ({ page }) => {
  await page.goto(addressOf('library.test/lending/listBoks'));
  await expect(page.getByTestId('unknown-api')).toContainText('library.test/lending/listBoks');
  await expect(page.getByRole('link', { name: 'Open the catalogue' })).toBeVisible();
});

test('no id at all is no crash', async ({ page }) => {
  await page.goto(`/apis/view/?${SHELF}`);
  await expect(page.getByRole('main')).toContainText(/id/);
});

test('one record reads a part of the corpus, not all of it', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(addressOf('library.test/lending/listBooks'));
  await expect(page.getByTestId('api-name')).toBeVisible();
  await expect(page.getByTestId('parameters')).toBeVisible();
  expect(requests.filter((url) => /document_texts|token_stats/.test(url))).toEqual([]);
});
