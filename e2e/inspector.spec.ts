import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, LOANS, test } from './pages.ts';

const view = (id: string, rest = '') => `/trajectories/view/?${LOANS}&id=e2e-trajectories:${id}${rest}`;
const LONG = '/trajectories/view/?corpus=long&id=long:long';

const step = (page: Page, position: number) => page.locator(`[data-step="${position}"]`);
const marked = (page: Page) => page.locator('[aria-current="step"]');

test('keys move by step, call and problem, and the address follows', async ({ page, watched }) => {
  await page.goto(view('lend-2'));
  await expect(step(page, 0)).toBeVisible();
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/step=1&call=0/);
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/step=3&call=0/);
  await page.keyboard.press('E');
  await expect(page).toHaveURL(/step=1&call=0/);
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/step=2(?!\d)/);
  await expect(page).not.toHaveURL(/call=/);
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/step=1(?!\d)/);
  expect(watched.errors).toEqual([]);
});

test('each problem stands at its argument, beside the documentation', async ({ page }) => {
  await page.goto(view('lend-2', '&step=1&call=0'));
  const panel = page.getByTestId('panel');
  await expect(panel.getByTestId('arguments').locator('[data-verdict="missing"]')).toContainText('title');
  await expect(panel.getByTestId('arguments').locator('[data-verdict="problem"]')).toContainText('count');
  await expect(panel.getByTestId('call-doc')).toContainText('lend_book of the shelf');
  await expect(panel.getByTestId('other-calls').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('t');
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/panel=none/);
  await page.getByTestId('inspect-call').first().click();
  await expect(panel).toBeVisible();
});

test('tools declared and called stand side by side, and the raw record is read when asked for', async ({ page }) => {
  await page.goto(view('ask-2', '&panel=tools'));
  const tools = page.getByTestId('tools-panel');
  await expect(tools).toContainText('2 tools declared, 1 called, 1 of them undeclared');
  await expect(tools.getByRole('row', { name: /burn_catalogue/ })).toContainText('no');
  await page.getByRole('tab', { name: 'Record' }).click();
  await page.getByTestId('load-raw').click();
  await expect(page.getByTestId('record-panel')).toContainText('tool_calls');
});

test('a link to a call, and to a range, marks it', async ({ page }) => {
  await page.goto(view('lend-1', '&step=3&call=0'));
  await expect(marked(page)).toHaveCount(1);
  await expect(marked(page)).toContainText('lend_book');
  await page.goto(view('lend-1', '&step=1-3'));
  await expect(marked(page)).toHaveCount(3);
});

test('y copies a link to what is marked, which keeps the list', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(view('lend-1', '&q=book&step=3&call=0'));
  await expect(marked(page)).toBeVisible();
  await page.keyboard.press('y');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/q=book.*step=3&call=0$/);
});

test('kinds are hidden, and the address says so', async ({ page }) => {
  await page.goto(view('lend-1'));
  await page.getByRole('button', { name: 'Observations' }).click();
  await expect(step(page, 2)).toHaveCount(0);
  await expect(page).toHaveURL(/hide=observations/);
  await page.reload();
  await expect(step(page, 1)).toBeVisible();
  await expect(step(page, 2)).toHaveCount(0);
});

test('n and p go to the neighbours, and keep what is shown', async ({ page }) => {
  await page.goto(view('ask-1', '&hide=observations&step=1'));
  await expect(page.getByTestId('position')).toHaveText('1 of 4');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/id=e2e-trajectories(:|%3A)ask-2/);
  await expect(page).toHaveURL(/hide=observations/);
  await expect(page).not.toHaveURL(/step=/);
  await expect(page.getByTestId('position')).toHaveText('2 of 4');
  await page.goBack();
  await expect(page).toHaveURL(/ask-1.*step=1|step=1.*ask-1/);
});

test('find reaches steps that are not in the document', async ({ page }) => {
  await page.goto(LONG);
  await expect(step(page, 0)).toBeVisible();
  await expect(page.getByText('Here is the needle.')).toHaveCount(0);
  await page.keyboard.press('/');
  const field = page.getByTestId('find-field');
  await expect(field).toBeFocused();
  await field.fill('needle');
  await expect(page.getByTestId('find-count')).toHaveText('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Here is the needle.')).toBeInViewport();
  await expect(page).toHaveURL(/find=needle/);
  await expect(page.getByTestId('find-count')).toHaveText('1 of 1');
});

test('a link to a late step opens there, and the map jumps', async ({ page }) => {
  await page.goto(`${LONG}&step=801`);
  await expect(step(page, 801)).toBeInViewport();
  const map = page.getByTestId('minimap');
  await expect(map).toHaveAttribute('aria-valuetext', /^Step 801/);
  await map.focus();
  await page.keyboard.press('Home');
  await expect(step(page, 0)).toBeInViewport();
  const box = (await map.boundingBox())!;
  await page.mouse.click(box.x + 5, box.y + box.height / 2);
  await expect(page).toHaveURL(/step=(4[6-9]|5[0-3])\d/);
});

test('opened from the list, a long one shows its first steps and then all', async ({ page, watched }) => {
  await page.goto('/trajectories/?corpus=long');
  // Rows are in the list: the engine is there, and reads the steps in two parts.
  await page.locator('[data-trajectory-id] a').first().click();
  await expect(step(page, 0)).toBeVisible();
  const map = page.getByTestId('minimap');
  await expect(map).toHaveAttribute('aria-valuemax', '1001');
  await map.focus();
  await page.keyboard.press('End');
  await expect(step(page, 1000)).toBeInViewport();
  expect(watched.errors).toEqual([]);
});

test('a trajectory is copied as Markdown and downloaded as one HTML file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(view('lend-1'));
  await page.getByTestId('actions').click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('lend_book');
  await page.getByTestId('actions').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'One HTML file' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^<!doctype html>[^]*The keeper is yours/);
});

test('two trajectories are aligned, swapped and walked through', async ({ page, watched }) => {
  await page.goto(view('lend-1'));
  await page.getByTestId('actions').click();
  await page.getByRole('menuitem', { name: 'Compare with…' }).click();
  await page
    .getByTestId('compare-choice')
    .getByRole('link', { name: /seven books/ })
    .click();
  await expect(page.getByTestId('compare-summary')).toContainText('side by side');
  await expect(page.locator('[data-differs="true"]').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/row=1/);
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/a=e2e-trajectories(:|%3A)lend-2/);
  expect(watched.errors).toEqual([]);
});

test('the panel is a sheet on a phone, and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(view('lend-2', '&step=1&call=0'));
  await expect(marked(page)).toBeVisible();
  await page.getByTestId('toggle-panel').click();
  await expect(page.getByRole('dialog').getByTestId('arguments')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
