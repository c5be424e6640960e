/**
 * `npm run real-data`: imports public datasets as their repositories hold them, checks the corpora, and looks at the
 * records of hard-cases.json, which break naive importers. Ends with `N passed, N failed`.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from '../builder/commands/check.ts';
import { importFiles } from '../builder/commands/import.ts';
import { messageOf } from '../builder/faults.ts';
import { silent } from '../builder/progress.ts';
import { ROOT } from '../builder/version.ts';
import { hardCases } from './real-data-cases.ts';

const DATA = path.resolve(ROOT, '../shared/data');
const SCRATCH = path.join(ROOT, '.tmp/real-data');

/** Data sets that hold OpenAPI documents, with the licence that their repositories give. */
const DATASETS = [
  { name: 'openapi-directory-lite', licence: 'CC0-1.0' },
  { name: 'powerplatform-connectors', licence: 'MIT' },
  { name: 'twilio-oai', licence: 'MIT' },
] as const;

let passed = 0;
let failed = 0;

function verdict(name: string, problem: string | null): void {
  if (problem === null) passed += 1;
  else failed += 1;
  console.log(problem === null ? `  ok      ${name}` : `  FAILED  ${name}: ${problem}`);
}

async function runDataset({ name, licence }: (typeof DATASETS)[number]): Promise<Record<string, string | number>> {
  const out = path.join(SCRATCH, name);
  const result = await importFiles({ paths: [path.join(DATA, name)], out, licence }, silent);
  const { faults, rows } = await check(out);
  verdict(`${name}: forge check`, faults.length === 0 ? null : faults.map(({ message }) => message).join('; '));
  verdict(`${name}: has APIs`, result.totals.apis > 0 ? null : 'no API was read');
  for (const { id, verify } of hardCases(name)) {
    verdict(`${name}: ${id}`, await verify(out).catch(messageOf));
  }
  const { apis, trajectories, rejected, warnings, tokens } = result.totals;
  return {
    dataset: name,
    apis,
    trajectories,
    rejected,
    warnings,
    tokens,
    rows,
    MB: Number((result.bytes / 1e6).toFixed(1)),
    s: result.seconds,
  };
}

rmSync(SCRATCH, { recursive: true, force: true });
mkdirSync(SCRATCH, { recursive: true });
const table: Record<string, string | number>[] = [];
for (const dataset of DATASETS) {
  if (!existsSync(path.join(DATA, dataset.name))) {
    console.log(`${dataset.name} is not there and was left out.`);
    continue;
  }
  try {
    table.push(await runDataset(dataset));
  } catch (error) {
    verdict(dataset.name, messageOf(error));
  }
}
console.table(table);
writeFileSync(path.join(SCRATCH, 'summary.json'), JSON.stringify({ passed, failed }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
