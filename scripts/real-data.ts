/**
 * `npm run real-data`: imports public datasets as their repositories hold them, checks the corpora, and looks at the
 * records of hard-cases.json, which break naive importers. Ends with `N passed, N failed`.
 * Arguments are names of data sets; all without.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from '../builder/commands/check.ts';
import { importFiles } from '../builder/commands/import.ts';
import { messageOf } from '../builder/faults.ts';
import { openCorpus } from '../builder/open-corpus.ts';
import { silent } from '../builder/progress.ts';
import { ROOT } from '../builder/version.ts';
import { DATASETS, type Dataset } from './real-data/datasets.ts';
import { openTables, type HardCase } from './real-data/hard-case.ts';
import { OPENAPI_CASES } from './real-data/openapi-cases.ts';
import { TRAJECTORY_CASES } from './real-data/trajectory-cases.ts';

const DATA = path.resolve(ROOT, '../shared/data');
const SCRATCH = path.join(ROOT, '.tmp/real-data');

let passed = 0;
let failed = 0;

function verdict(name: string, problem: string | null): void {
  if (problem === null) passed += 1;
  else failed += 1;
  console.log(problem === null ? `  ok      ${name}` : `  FAILED  ${name}: ${problem}`);
}

function casesOf(name: string): readonly HardCase[] {
  return [...(OPENAPI_CASES[name] ?? []), ...(TRAJECTORY_CASES[name] ?? [])];
}

type TableRow = Readonly<Record<string, string | number>>;

async function runDataset({ name, licence, holds }: Dataset): Promise<TableRow> {
  const out = path.join(SCRATCH, name);
  const { totals, seconds } = await importFiles({ paths: [path.join(DATA, name)], out, licence }, silent);
  const { faults } = await check(out);
  verdict(`${name}: forge check`, faults.length === 0 ? null : faults.map(({ message }) => message).join('; '));
  for (const kind of holds) verdict(`${name}: has ${kind}`, totals[kind] > 0 ? null : 'there are none');
  const corpus = await openTables(out);
  try {
    for (const one of casesOf(name)) verdict(`${name}: ${one.id}`, await corpus.verify(one).catch(messageOf));
    const reasons = await corpus.rows<{ reason: string; n: number }>(
      "SELECT reason, count(*) AS n FROM rejects WHERE severity = 'rejected' GROUP BY reason ORDER BY n DESC, reason",
    );
    const [observations] = await corpus.rows<{ n: number }>("SELECT count(*) AS n FROM steps WHERE role = 'tool'");
    const { sources } = openCorpus(out);
    const sum = (of: 'records_in' | 'records_stored'): number => sources.reduce((all, source) => all + source[of], 0);
    return {
      dataset: name,
      in: sum('records_in'),
      stored: sum('records_stored'),
      'rejected by reason': reasons.map(({ reason, n }) => `${reason} ${n}`).join(', ') || '-',
      trajectories: totals.trajectories,
      steps: totals.steps,
      calls: totals.calls,
      observations: observations?.n ?? 0,
      apis: totals.apis,
      s: seconds,
    };
  } finally {
    corpus.close();
  }
}

function holdsData(dir: string): boolean {
  return existsSync(dir) && readdirSync(dir).some((name) => !name.startsWith('_'));
}

/** Every record of hard-cases.json has to be looked at. */
function checkCases(): void {
  const known = new Set(DATASETS.flatMap(({ name }) => casesOf(name).map(({ id }) => id)));
  const named = JSON.parse(readFileSync(path.join(DATA, 'hard-cases.json'), 'utf8')) as { id: string }[];
  const missing = named.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  verdict(
    `hard-cases.json: ${named.length} cases`,
    missing.length === 0 ? null : `not looked at: ${missing.join(', ')}`,
  );
}

rmSync(SCRATCH, { recursive: true, force: true });
mkdirSync(SCRATCH, { recursive: true });
const wanted = process.argv.slice(2);
const table: TableRow[] = [];
if (wanted.length === 0 && existsSync(path.join(DATA, 'hard-cases.json'))) checkCases();
for (const dataset of DATASETS) {
  if (wanted.length > 0 && !wanted.includes(dataset.name)) continue;
  if (!holdsData(path.join(DATA, dataset.name))) {
    console.log(`${dataset.name} is not there, or holds notes alone: it was left out.`);
    continue;
  }
  try {
    table.push(await runDataset(dataset));
  } catch (error) {
    verdict(dataset.name, messageOf(error));
  }
}
console.table(table);
writeFileSync(path.join(SCRATCH, 'summary.json'), JSON.stringify({ passed, failed, table }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
