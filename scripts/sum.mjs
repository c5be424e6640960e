/** Adds up summaries of test runs, prints `N passed, N failed` and fails if anything did. */
import { readJson, say } from './lib/project.mjs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const summary = readJson(file);
  if (summary === null) say(`${file} was not written: the run ended before its end.`);
  passed += summary?.passed ?? 0;
  failed += summary?.failed ?? 1;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
