import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, SHELF, test } from './pages.ts';

const outcome = (page: Page) => page.getByTestId('plan-outcome');
const weight = (page: Page, name: string) => page.getByLabel(`Weight of ${name} in per cent`);

test('plans without the engine, and the link holds the plan', async ({ page, watched }) => {
  await page.route('**/engine/**', (route) => route.abort());
  await page.goto(`/mixture/plan/?${SHELF}`);
  await expect(outcome(page)).toContainText('100.0 % of the budget');
  await page.getByLabel('Token budget').fill('1.5M');
  await page.getByLabel('Token budget').press('Enter');
  await expect(page).toHaveURL(/budget=1\.5M/);
  await weight(page, 'trajectories').fill('36');
  await weight(page, 'trajectories').press('Enter');
  await expect(page).toHaveURL(/w=.*trajectories:0\.36/);
  await expect(weight(page, 'documentation')).toHaveValue('64');
  // Trajectories are few: 36 % of 1.5 million tokens is more than four epochs of them.
  await expect(outcome(page)).toContainText('nothing is left to draw for them');
  await expect(page.getByTestId('packed-facts')).toContainText('Documents cut');
  const link = page.url();
  const said = await outcome(page).innerText();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(outcome(page)).toContainText('nothing is left to draw for them');
  expect(await outcome(page).innerText()).toBe(said);
  expect(watched.errors).toEqual([]);
});

test('the back button undoes, the forward button does it again', async ({ page }) => {
  await page.goto(`/mixture/plan/?${SHELF}`);
  const slider = page.getByRole('slider', { name: 'Weight of trajectories', exact: true });
  const before = await weight(page, 'trajectories').inputValue();
  await slider.focus();
  await page.keyboard.press('End');
  await expect(weight(page, 'trajectories')).toHaveValue('100');
  // The address follows a moment after the page.
  await expect(page).toHaveURL(/w=/);
  await page.goBack();
  await expect(weight(page, 'trajectories')).toHaveValue(before);
  await page.goForward();
  await expect(weight(page, 'trajectories')).toHaveValue('100');
});

test('a lock holds a weight, and a preset says where it is from', async ({ page }) => {
  await page.goto(`/mixture/plan/?${SHELF}`);
  await page.getByRole('button', { name: /36 % agent/ }).click();
  await expect(page.getByTestId('plan-origin')).toContainText('no recommendation');
  await page.getByRole('button', { name: 'Lock the weight of documentation' }).click();
  await expect(page).toHaveURL(/lock=/);
  await expect(page.getByRole('slider', { name: 'Weight of documentation', exact: true })).toHaveAttribute(
    'data-disabled',
    '',
  );
});

test('weights of a fit are named as such', async ({ page }) => {
  await page.goto(`/mixture/plan/?${SHELF}&w=documentation:0.2,trajectories:0.8,gone/code:1&from=fit`);
  await expect(page.getByTestId('plan-origin')).toContainText('a fit predicted');
  await expect(weight(page, 'trajectories')).toHaveValue('80');
  await expect(page.getByTestId('plan-unknown')).toContainText('gone/code');
});

test('a plan is saved, opened again and written as a recipe', async ({ page }) => {
  await page.goto(`/mixture/plan/?${SHELF}&w=documentation:0.5,trajectories:0.5&budget=2k&seed=7`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'plan.json', exact: true }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ corpus: 'shelf', budget: 2_000, seed: 7, weights: { trajectories: 0.5 } });
  await page.getByRole('tab', { name: 'Megatron-LM blend' }).click();
  await expect(page.getByTestId('recipe')).toContainText('--data-path');
  await page.goto(`/mixture/plan/?${SHELF}`);
  await page
    .getByTestId('plan-file')
    .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(page).toHaveURL(/budget=2k/);
  await expect(page.getByTestId('plan-origin')).toContainText('plan.json');
  await page
    .getByTestId('plan-file')
    .setInputFiles({ name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByText('odd.json is not a plan')).toBeVisible();
});

test('garbage is refused in words, and changes nothing', async ({ page }) => {
  await page.goto(`/mixture/plan/?${SHELF}&w=%00&budget=lots&context=1`);
  await expect(outcome(page)).toContainText('100.0 % of the budget');
  await page.getByLabel('Token budget').fill('a lot');
  await page.getByLabel('Token budget').press('Enter');
  await expect(page.getByText('Such as 103B')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Such as 103B')).toHaveCount(0);
});
