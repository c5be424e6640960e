import { expect, SHELF, test } from './pages.ts';

test('the list shows what was assembled from documentation', async ({ page }) => {
  await page.goto(`/trajectories/?${SHELF}`);
  await expect(page.locator('[data-trajectory-id]').first()).toBeVisible();
  await expect(page.getByTestId('table')).toContainText(/documentation/i);
});

test('a trajectory shows its steps, its calls, and how it was derived', async ({ page }) => {
  await page.goto(`/trajectories/?${SHELF}&errors=yes`);
  await page.locator('[data-trajectory-id]').first().getByRole('link').first().click();
  await expect(page.getByTestId('trajectory-page')).toBeVisible();
  await expect(page.getByTestId('constructed')).toBeVisible();
  await expect(page.getByTestId('call').first()).toBeVisible();
  await expect(page.getByTestId('note').first()).toBeVisible();
  await page.getByTestId('call-api').first().click();
  await expect(page.getByTestId('api-page')).toBeVisible();
});

test('a link to a step marks it, and j and k move', async ({ page }) => {
  await page.goto(`/trajectories/?${SHELF}`);
  const id = await page.locator('[data-trajectory-id]').first().getAttribute('data-trajectory-id');
  await page.goto(`/trajectories/view/?${SHELF}&id=${encodeURIComponent(id ?? '')}&step=1`);
  await expect(page.locator('[data-step="1"][aria-current="step"]')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/step=2/);
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/step=1/);
});

test('an unknown trajectory and an unknown step say so', async ({ page }) => {
  await page.goto(`/trajectories/view/?${SHELF}&id=nowhere:1`);
  await expect(page.getByTestId('unknown-trajectory')).toBeVisible();
  await page.goto(`/trajectories/?${SHELF}`);
  const id = await page.locator('[data-trajectory-id]').first().getAttribute('data-trajectory-id');
  await page.goto(`/trajectories/view/?${SHELF}&id=${encodeURIComponent(id ?? '')}&step=999`);
  await expect(page.getByTestId('no-step')).toBeVisible();
});
