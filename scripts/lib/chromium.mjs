/** Finds a Chromium that runs, and installs one where there is none. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from './project.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--dump-dom',
  'data:text/html,<p>up</p>',
];

/** @param {string | undefined} file whether it is a browser that can open a page */
function works(file) {
  if (!file || !existsSync(file)) return false;
  try {
    return execFileSync(file, FLAGS, { stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 }).includes('up');
  } catch {
    return false;
  }
}

async function playwrights() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/**
 * CHROMIUM_PATH, else one that is installed, else Playwright's own, else Debian's package.
 * @returns {Promise<string | null>} path of a browser that runs
 */
export async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !works(given)) say(`CHROMIUM_PATH is ${given}, which does not run; looking for another browser.`);
  const found = [given, ...PLACES].find(works);
  if (found) return found;
  const own = await playwrights();
  if (works(own)) return own;
  say('No Chromium runs here; installing the one of Playwright …');
  if ((await run('npx', ['playwright', 'install', 'chromium'])) && works(own)) return own;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('It does not run either; installing the one of the system …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return PLACES.find(works) ?? null;
}
