import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './pages.ts';

const MIXTURES = 'index,w_agent,w_code,w_text\n';
const LOSSES = 'index,agent_loss\n';

/** Runs of a straight line, one of which has weights that sum to 1.2, and one without a loss. */
function files() {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const agent = (i + 1) / 30;
    const code = (1 - agent) * (0.3 + 0.4 * ((i * 7) % 10) * 0.1);
    return { agent, code, text: 1 - agent - code };
  });
  const mixtures = rows.map(({ agent, code, text }, i) => `${i},${agent},${code},${i === 5 ? text + 0.2 : text}`);
  const losses = rows.slice(0, 23).map(({ agent, code }, i) => `${i},${3 - agent - 0.5 * code + 0.01 * Math.sin(i)}`);
  return [
    { name: 'mixtures.csv', mimeType: 'text/csv', buffer: Buffer.from(MIXTURES + mixtures.join('\n')) },
    { name: 'losses.csv', mimeType: 'text/csv', buffer: Buffer.from(LOSSES + losses.join('\n')) },
  ];
}

test('the example is fitted, its link restores it, and its best mixture goes to the planner', async ({
  page,
  watched,
}) => {
  await page.goto('/mixture/fit/');
  await page.getByTestId('load-example').click();
  await expect(page.getByTestId('fit-answer')).toBeVisible();
  await expect(page.getByTestId('runs-summary')).toContainText('nothing was trained');
  await page.goto(`${page.url()}&law=two-sided`);
  await expect(page.getByTestId('fit-optimum')).toContainText('Lowest weighted sum of both losses');
  await expect(page.getByText('reference: ≈ 36 % in Hephaestus')).toBeVisible();
  await expect(page.getByTestId('fit-parameters').getByRole('row')).toHaveCount(8);
  expect(await page.getByTestId('to-planner').getAttribute('href')).toMatch(
    /^\/mixture\/plan\/\?.*w=agent:0\.\d+,code:/,
  );
  expect(watched.errors).toEqual([]);
});

test('two files are joined; rows that are left out are listed with their place', async ({ page }) => {
  await page.goto('/mixture/fit/?law=linear');
  await page.getByTestId('runs-input').setInputFiles(files());
  await expect(page.getByTestId('fit-answer')).toBeVisible();
  await expect(page.getByTestId('runs-summary')).toContainText('22 runs of 23 rows');
  await expect(page.getByTestId('runs-summary')).toContainText('in this tab only');
  await page.getByRole('button', { name: '2 problems' }).click();
  await expect(page.getByTestId('runs-problems')).toContainText('row 6');
  await expect(page.getByTestId('runs-problems')).toContainText('sum to 1.2');
  await expect(page.getByTestId('runs-problems')).toContainText('23 is not in losses.csv');
});

test('a link names the tables of runs by address, and says which of them cannot be fetched', async ({
  page,
  baseURL,
}) => {
  for (const { name, buffer } of files())
    await page.route(`${baseURL}/runs/${name}`, (route) => route.fulfill({ body: buffer }));
  await page.route(`${baseURL}/runs/gone.csv`, (route) => route.fulfill({ status: 404 }));
  await page.goto(`/mixture/fit/?law=linear&runs=${baseURL}/runs/mixtures.csv,${baseURL}/runs/losses.csv`);
  await expect(page.getByTestId('runs-summary')).toContainText('22 runs of 23 rows');
  await expect(page.getByTestId('fit-answer')).toBeVisible();
  const alert = page.getByRole('main').getByRole('alert');
  await page.goto(`/mixture/fit/?runs=${baseURL}/runs/gone.csv`);
  await expect(alert).toContainText('gone.csv could not be fetched: the host answers 404');
  await page.goto('/mixture/fit/?runs=javascript:alert(1)');
  await expect(alert).toContainText('neither http nor https');
});

test('what cannot be fitted is refused in words', async ({ page }) => {
  await page.goto('/mixture/fit/');
  await page.getByRole('textbox', { name: 'Pasted' }).fill('agent,text,loss\n0.2,0.8,2\n0.4,0.6,1.9\n0.6,0.4,1.8');
  await page.getByRole('button', { name: 'Read what was pasted' }).click();
  await expect(page.getByTestId('fit-refused')).toContainText('Too few runs');
  await page.goto('/mixture/fit/?table=AAAA');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('may have been cut');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious in a fit, ${colorScheme}, and nothing overflows at 390 pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/mixture/fit/');
    await page.getByTestId('load-example').click();
    await expect(page.getByTestId('fit-answer')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
      [],
    );
  });
