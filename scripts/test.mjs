/**
 * `npm test`: installs what it needs, Chromium included, and runs everything: types, lint, unit, engine and component
 * tests, the build, an import that is checked, and the end-to-end tests. Ends with `N passed, N failed`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled, readJson, root, run, say, writeJson } from './lib/project.mjs';

const scratch = join(root, '.tmp/test');
const vitestReport = join(scratch, 'vitest.json');
const playwrightReport = join(root, '.tmp/e2e/report.json');

let passed = 0;
let failed = 0;

/** @param {number} good @param {number} bad */
function count(good, bad) {
  passed += good;
  failed += bad;
}

/**
 * A step that counts as one test.
 * @param {string} name @param {() => Promise<boolean>} work
 */
async function step(name, work) {
  say(`\n== ${name}`);
  const good = await work();
  count(good ? 1 : 0, good ? 0 : 1);
  if (!good) say(`== ${name} FAILED`);
  return good;
}

async function vitest() {
  say('\n== unit, engine and component tests');
  const good = await run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]);
  const report = readJson(vitestReport);
  count(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
  // A file that does not even load has no test that could fail.
  if (!good && !report?.numFailedTests) count(0, 1);
}

async function endToEnd() {
  say('\n== end-to-end tests');
  const chromium = await ensureChromium();
  if (chromium === null) {
    say('No Chromium could be found or installed: set CHROMIUM_PATH to one.');
    return count(0, 1);
  }
  rmSync(playwrightReport, { force: true });
  const good = await run('npx', ['playwright', 'test'], { env: { CHROMIUM_PATH: chromium, CI: 'true' } });
  const stats = readJson(playwrightReport)?.stats;
  count((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0);
  if (!good && !stats?.unexpected) count(0, 1);
}

const forge = (...args) => run(process.execPath, ['builder/forge.mjs', ...args]);
const npm = (script) => run('npm', ['run', '--silent', script]);
const imported = join(scratch, 'imported');

rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch, { recursive: true });
if (await step('install', ensureInstalled)) {
  await step('types', () => npm('typecheck'));
  await step('lint', () => npm('lint'));
  await vitest();
  await step(
    'import',
    async () => (await forge('import', 'fixtures/openapi', '--out', imported)) && (await forge('check', imported)),
  );
  if (await step('build', () => npm('build'))) await endToEnd();
}
writeJson(join(scratch, 'summary.json'), { passed, failed });
say('');
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
