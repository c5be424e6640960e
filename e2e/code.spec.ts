import { expect, LOANS, SHELF, test } from './pages.ts';

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

test('a link to a step is read by the head of its page: each file once, before the code of the page is', async ({
  page,
}) => {
  const files: string[] = [];
  const scripts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/(corpora|corpus)\.json$|\/steps-/.test(pathname)) files.push(pathname.replace(/^.*\/|-.*$/g, ''));
    if (pathname.startsWith('/_next/') && pathname.endsWith('.js')) scripts.push(pathname);
  });
  // The code never comes: whatever is read is read by the head.
  await page.route(/\/_next\/static\/chunks\/.*\.js$/, () => {});
  await page.goto(`/trajectories/view/?${LOANS}&id=e2e-trajectories:lend-2`, { waitUntil: 'commit' });
  await expect.poll(() => files).toEqual(['corpus.json', 'steps', 'steps']);
  await expect.poll(() => scripts.length).toBe(3);
  const read = await page.evaluate(async () => (await window.forgeLinkedRecord)?.id);
  expect(read).toBe('e2e-trajectories:lend-2');
});
