/** What others do with the same files, in the same run. */
import { serveBareEngine } from './bare/serve.ts';
import { launch } from './chromium.ts';
import { manifestOf, shardFiles } from './corpus.ts';
import { measureHyperparam } from './hyperparam.ts';
import type { Add } from './report.ts';
import { median } from './statistics.ts';

export async function measurePeers(add: Add, runs: number, corpus: string, port: number): Promise<void> {
  const file = shardFiles(corpus, 'apis')[0] ?? '';
  const peer = await measureHyperparam(file, 'doc_tokens');
  add('hyperparam, cold: first rows of apis.parquet', peer.firstRows, 'ms', null, 'one run');
  add('hyperparam: sort by doc_tokens', peer.sort ?? Number.NaN, 'ms', null, 'one run');
  const server = await serveBareEngine(corpus, port);
  const { browser, page } = await launch();
  await page.goto(`http://localhost:${port}/`);
  await page.waitForFunction(() => 'bare' in window);
  add('bare engine: boot', await page.evaluate(() => window.bare.boot()), 'ms', null, 'one run, cold profile');
  const urls = (manifestOf(corpus).tables.apis?.shards ?? []).map(({ path }) => `/corpus/${path}`);
  add(
    'bare engine: load apis',
    await page.evaluate((all) => window.bare.load('apis', all), urls),
    'ms',
    null,
    'one run',
  );
  for (const [what, sql] of BARE) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await page.evaluate((text) => window.bare.run(text, []), sql));
    add(`bare engine: ${what}`, median(times), 'ms', null, `median of ${runs}`);
  }
  await browser.close();
  server.close();
}

const BARE: readonly (readonly [string, string])[] = [
  ['order of all APIs by tokens', 'SELECT api_no FROM apis ORDER BY doc_tokens DESC, api_no'],
  ['order of all APIs by name', 'SELECT api_no FROM apis ORDER BY name, api_no'],
  ['counts by provider', 'SELECT provider, count(*) AS n FROM apis GROUP BY provider ORDER BY n DESC'],
  [
    'substring in name, path and summary',
    `SELECT api_no FROM apis WHERE name ILIKE '%payment%' OR path ILIKE '%payment%' OR summary ILIKE '%payment%'`,
  ],
];
