import { expect, SHELF, test } from './pages.ts';

test('the code of a page comes in few files, and none of them twice', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/_next/') && pathname.endsWith('.js')) asked.push(pathname);
  });
  await page.goto(`/?${SHELF}`);
  await expect(page.getByRole('main')).toContainText('3,006');
  const first = asked.length;
  // What is loaded later, when there is time, is not of the first picture.
  expect(first).toBeLessThanOrEqual(8);
  const merged = await page
    .locator('script[type="text/merged"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('src')));
  expect(merged.length).toBeGreaterThan(10);
  await page.getByRole('navigation').first().getByRole('link', { name: 'APIs' }).click();
  await expect(page.locator('[data-api-id]').first()).toBeVisible();
  expect(asked.filter((name) => merged.includes(name))).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
});
