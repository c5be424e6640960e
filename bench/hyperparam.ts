/** The peer: hyperparam on the same Parquet file, on the same machine, in the same run. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { openCold } from './chromium.ts';

const cli = join(import.meta.dirname, '../node_modules/hyperparam/bin/cli.js');

async function start(file: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [cli, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: '' },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/localhost:\d+\S*/.exec(chunk.toString());
      if (found !== null) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`hyperparam ended with ${code}`)));
  });
  return { process: child, url };
}

export interface PeerTimes {
  /** Milliseconds to the first rows, cold. */
  readonly firstRows: number;
  /** Milliseconds from a click on a column header to sorted rows; null where it took longer than a minute. */
  readonly sort: number | null;
  readonly bytes: number;
}

/**
 * @param file a Parquet file
 * @param column column to sort by
 */
export async function measureHyperparam(file: string, column: string): Promise<PeerTimes> {
  const { process: child, url } = await start(file);
  try {
    const { browser, page, traffic, milliseconds } = await openCold(url, 'tbody [role="cell"]:not([aria-busy="true"])');
    await page.locator('[role="dialog"] button').first().click();
    const header = page.locator(`th[aria-label="${column}"]`);
    const cell = page.locator('tbody tr').first();
    const before = await cell.textContent();
    const clicked = Date.now();
    await header.click();
    const sorted = await page
      .waitForFunction(
        (text) => {
          const row = document.querySelector('tbody tr');
          const loaded = row !== null && row.querySelector('[role="cell"][aria-busy="true"]') === null;
          const ordered = document.querySelector('th[aria-sort="ascending"]') !== null;
          return loaded && ordered && row.textContent !== text && row.querySelector('[role="cell"]') !== null;
        },
        before,
        { timeout: 60_000 },
      )
      .then(() => Date.now() - clicked)
      .catch(() => null);
    const { bytes } = traffic;
    await browser.close();
    return { firstRows: milliseconds, sort: sorted, bytes };
  } finally {
    child.kill();
  }
}
