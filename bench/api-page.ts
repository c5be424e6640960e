/** The page of one API. */
import { measureCold } from './catalogue.ts';
import { launch, waitVisible } from './chromium.ts';
import { inCorpus, rowGroupBytes, shardFiles } from './corpus.ts';
import type { Add } from './report.ts';

const GITHUB = 'github.com/api.github.com/issues/create';

/** The operation of Microsoft Graph (beta) that has the most documentation. */
async function largestGraphOperation(corpus: string): Promise<string> {
  const [row] = await inCorpus<{ api_id: string }>(
    `SELECT api_id FROM read_parquet(?) WHERE tool = 'graph-beta' ORDER BY doc_tokens DESC, api_id LIMIT 1`,
    [shardFiles(corpus, 'apis')[0] ?? ''],
  );
  return row?.api_id ?? '';
}

export async function measureApiPage(add: Add, runs: number, site: string, corpus: string): Promise<void> {
  for (const id of [GITHUB, await largestGraphOperation(corpus)]) {
    const url = `${site}/apis/view/?id=${encodeURIComponent(id)}`;
    await measureCold(add, runs, `API page, cold: ${id.slice(0, 48)}`, url, '[data-testid="parameters"]', 2500);
    const bytes = await bytesOf('api_docs', url, '[data-testid="parameters"]');
    const group = await rowGroupBytes(corpus, 'api_docs', id);
    const how = `its row group: ${(group / 1e3).toFixed(0)} kB`;
    add(`API page, bytes of api_docs read: ${id.slice(0, 32)}`, bytes, 'B', 3 * group, how);
  }
}

/**
 * @param table of which bytes are counted
 * @param selector what is waited for, and two seconds after that
 * @returns bytes of the table's shards that a page reads, cold
 */
export async function bytesOf(table: string, url: string, selector: string): Promise<number> {
  const { browser, page } = await launch();
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    if (!new RegExp(`/${table}-\\d+\\.`).test(request.url())) return;
    const sizes = await request.sizes().catch(() => null);
    bytes += request.method() === 'HEAD' ? 0 : (sizes?.responseBodySize ?? 0);
  });
  await page.goto(url);
  await waitVisible(page, selector);
  await page.waitForTimeout(2000);
  await browser.close();
  return bytes;
}
