import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 4173);
const chromium = process.env['CHROMIUM_PATH'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

/** The exported site, served as users serve it, over corpora that e2e/site.ts builds from fixtures. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.tmp/e2e/results',
  fullyParallel: true,
  workers: 2,
  // Patient: on a busy machine of two cores the engine alone takes ten seconds to start.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // A busy machine may lose a browser or a key; what passes only the second time is reported as flaky.
  retries: 1,
  reporter: [['line'], ['json', { outputFile: '.tmp/e2e/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL: `http://localhost:${port}`,
    // A trace films every frame: only what failed once is worth that.
    trace: 'on-first-retry',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'npx tsx e2e/site.ts',
    env: { E2E_PORT: String(port) },
    url: `http://localhost:${port}/corpora.json`,
    timeout: 300_000,
    reuseExistingServer: process.env['CI'] === undefined,
    stdout: 'pipe',
  },
});
