/** The one host that a page may ask besides its own: that of an address which the person typed. */
import { expect, test } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 4173);
const elsewhere = encodeURIComponent(`http://localhost:${port + 1}/shelf/`);

test('a corpus on a host without Range requests opens all the same', async ({ page }) => {
  await page.goto(`/apis/view/?corpus=${elsewhere}&id=library.test%2Flending%2FlistBooks`);
  await expect(page.getByTestId('api-name')).toHaveText('listBooks');
  await expect(page.getByTestId('parameters')).toContainText('author');
});

test('a host that is not there is said', async ({ page }) => {
  await page.goto(`/?corpus=${encodeURIComponent('http://localhost:4179/shelf/')}`);
  await expect(page.getByRole('main')).toContainText('localhost:4179');
});
