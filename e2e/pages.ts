/** What every end-to-end test watches for, whatever it is about. */
import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';

/** APIs of a library and 3,000 numbers, with the trajectories that their documentation gives. */
export const SHELF = 'corpus=shelf';

/** Four conversations about a library, written by hand (fixtures/e2e-trajectories). */
export const LOANS = 'corpus=loans';

interface Watch {
  /** Requests to a host other than the site's own, or the ones that a test names. */
  readonly strangers: string[];
  /** Uncaught exceptions, and errors in the console that are not failed loads. */
  readonly errors: string[];
}

function watch(page: Page, baseURL: string): Watch {
  const seen: Watch = { strangers: [], errors: [] };
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(baseURL).host) seen.strangers.push(request.url());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) seen.errors.push(message.text());
  });
  return seen;
}

/** A test that fails where its page asked another host. */
export const test = base.extend<{ watched: Watch }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const seen = watch(page, baseURL ?? '');
      await use(seen);
      expect(seen.strangers, 'requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
});

/** @returns the file that the list's export menu gives for a format, one character a byte */
export async function exported(page: Page, format: string): Promise<string> {
  await page.getByTestId('export-menu').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: new RegExp(format, 'i') }).click(),
  ]);
  return readFileSync(await download.path(), 'latin1');
}

export { expect };
