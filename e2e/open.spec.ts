import { expect, test } from '@playwright/test';

const conversation = (id: string, city: string, given: string): string =>
  JSON.stringify({
    id,
    messages: [
      { role: 'user', content: `What is the weather in ${city}?` },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: given } }],
      },
      { role: 'tool', tool_call_id: 'c1', content: '{"sky":"rain"}' },
      { role: 'assistant', content: `It rains in ${city}.` },
    ],
    tools: [
      {
        type: 'function',
        function: {
          name: 'weather',
          description: 'The weather of a city.',
          parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
        },
      },
    ],
  });

const RUNS = {
  name: 'runs.jsonl',
  mimeType: 'application/jsonl',
  buffer: Buffer.from(
    [conversation('one', 'Oslo', '{"city":"Oslo"}'), '{"id": "broken"', conversation('two', 'Rome', '{"city":7}')].join(
      '\n',
    ),
  ),
};

test('a chosen file is recognised, listed and inspected, and nothing is sent anywhere', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.method() !== 'HEAD') foreign.push(request.url());
    if (!request.url().startsWith('http://localhost') && !/^(?:blob|data):/.test(request.url()))
      foreign.push(request.url());
  });
  await page.goto('/open/');
  await page.getByTestId('file-input').setInputFiles(RUNS);
  await expect(page.getByTestId('opened-files')).toContainText('openai-chat');
  await expect(page.locator('[data-trajectory-id]')).toHaveCount(2);
  await page.getByRole('tab', { name: /Rejected/ }).click();
  await expect(page.getByTestId('reject')).toContainText('line 2');
  await page.getByRole('tab', { name: /Trajectories/ }).click();
  await page.locator('[data-trajectory-id="runs:two"] a').first().click();
  await expect(page.getByTestId('task')).toHaveText('What is the weather in Rome?');
  await expect(page.getByTestId('inspector')).toContainText('weather');
  await expect(page.getByTestId('inspector')).toContainText('wrong-type');
  await page.keyboard.press('p');
  await expect(page.getByTestId('task')).toHaveText('What is the weather in Oslo?');
  expect(foreign).toEqual([]);
});

test('a file that is named by its address opens from the link, at the step', async ({ page, baseURL }) => {
  const file = `${baseURL}/corpora/shelf/corpus.json`;
  await page.goto(`/open/?file=${encodeURIComponent(file)}`);
  await expect(page.getByTestId('opened-files')).toContainText('corpus.json');
  await page.goto(`/open/?file=${encodeURIComponent(`${baseURL}/missing.jsonl`)}`);
  await expect(page.getByRole('alert').filter({ hasText: 'could not be opened' })).toContainText('404');
});

test('a link to a record of somebody’s own file says what is needed', async ({ page }) => {
  await page.goto('/open/?id=runs:two&step=1');
  await expect(page.getByTestId('open-note')).toContainText('Drop that file here');
  await page.getByTestId('file-input').setInputFiles(RUNS);
  await expect(page.getByTestId('opened')).toBeVisible();
});

test('files may be dropped on any page', async ({ page }) => {
  await page.goto('/');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'runs.jsonl'));
    return data;
  }, RUNS.buffer.toString());
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop to inspect')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page).toHaveURL(/\/open\//);
  await expect(page.locator('[data-trajectory-id]')).toHaveCount(2);
});

test('what no format fits is said, with its beginning', async ({ page }) => {
  await page.goto('/open/');
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await expect(page.getByTestId('opened-files')).toContainText('not recognised');
  await page.getByRole('tab', { name: /Rejected/ }).click();
  await expect(page.getByTestId('reject')).toContainText('unknown-format');
});
