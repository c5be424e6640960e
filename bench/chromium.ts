/** A Chromium as a person has it, driven from outside: cold profile, one page, every byte counted. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds that a browser is busy with its own start, and that of a tab, on two cores: a person's has been open for long. */
const SETTLE_MS = 3_000;

/** @returns a headless Chromium (CHROMIUM_PATH, else Debian's, else Playwright's own) with an empty tab, both at rest */
export async function launch(): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const path = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
  const browser = await chromium.launch({ args: FLAGS, ...(path === undefined ? {} : { executablePath: path }) });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // tsx names functions through a helper of its own, which a page does not have.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.waitForTimeout(SETTLE_MS);
  return { browser, page };
}

export interface Traffic {
  requests: number;
  /** Bytes of bodies as they came over the wire, compressed where the server compressed them. */
  bytes: number;
  /** Requests that asked for a part of a file, and their bytes. */
  rangeRequests: number;
  rangeBytes: number;
}

/**
 * Counts what a page and its workers transfer from now on.
 * @param page a page
 * @returns counts that grow as responses finish
 */
function countTraffic(page: Page): Traffic {
  const traffic: Traffic = { requests: 0, bytes: 0, rangeRequests: 0, rangeBytes: 0 };
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => null);
    if (sizes === null) return;
    traffic.requests += 1;
    traffic.bytes += sizes.responseBodySize;
    if (request.headers()['range'] !== undefined) {
      traffic.rangeRequests += 1;
      traffic.rangeBytes += sizes.responseBodySize;
    }
  });
  return traffic;
}

/**
 * Opens a page in a browser of its own and waits until something is on screen.
 * @param url address
 * @param selector what must be visible
 * @returns milliseconds from the start of the navigation, what was transferred, and the page for further questions
 */
export async function openCold(url: string, selector: string) {
  const { browser, page } = await launch();
  const traffic = countTraffic(page);
  await page.goto(url, { waitUntil: 'commit' });
  const milliseconds = await waitVisible(page, selector);
  return { browser, page, traffic, milliseconds };
}

/**
 * @param page a page
 * @param selector what must be on screen
 * @returns milliseconds since the start of the page's navigation, taken inside the page on the frame that first shows it
 */
export async function waitVisible(page: Page, selector: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) => {
      const element = document.querySelector(wanted);
      return element !== null && element.getBoundingClientRect().height > 0 ? performance.now() : null;
    },
    selector,
    { polling: 'raf', timeout: 120_000 },
  );
  return (await handle.jsonValue()) as number;
}
