/**
 * `npm run judge`: judges the audit. BFCL's expected calls, each accepted value of them, are right by definition, so
 * against BFCL's own functions there must be no problem with their arguments but where BFCL contradicts itself. Those
 * places are listed in known-faults.ts. Fails on any other problem, and on any listed one that no longer occurs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceRecord } from '../lib/adapters/adapter.ts';
import { bfcl } from '../lib/adapters/benchmarks/bfcl.ts';
import { collect } from '../lib/adapters/collect.ts';
import type { CallRecord, TrajectoryRecord } from '../lib/adapters/records.ts';
import { auditTrajectory, EMPTY_CATALOGUE } from '../lib/audit/audit.ts';
import { acceptedVariants } from './judge/accepted-variants.ts';
import { KNOWN_FAULTS } from './judge/known-faults.ts';
import { ROOT } from '../builder/version.ts';

const DATA = path.resolve(ROOT, '../shared/data/bfcl');
const FOLDERS = ['', 'unused_datasets/question/'];

/** What is found of the place of a call; what the record is not about (an answer, a repeat) is left aside. */
const JUDGED = new Set(
  'undeclared-tool unknown-api ambiguous-api malformed-arguments missing-required unknown-argument wrong-type out-of-range'.split(
    ' ',
  ),
);

function recordsOf(file: string): SourceRecord[] | null {
  const place = path.join(DATA, file);
  if (!existsSync(place)) return null;
  return readFileSync(place, 'utf8')
    .split('\n')
    .flatMap((raw, at) => (raw.trim() === '' ? [] : [{ position: `line ${at + 1}`, value: JSON.parse(raw), raw }]));
}

function trajectoriesOf(file: string): TrajectoryRecord[] {
  const { trajectories } = collect((sink) => {
    const reader = bfcl.open({ path: file, container: 'jsonl', source: 'bfcl', companion: recordsOf }, sink);
    for (const record of recordsOf(file) ?? []) reader.read(record);
    reader.end();
  });
  return trajectories;
}

/** The same record, once for each accepted value of each argument. */
function variantsOf(record: TrajectoryRecord): TrajectoryRecord[] {
  const { gold, steps } = record;
  const calls = steps.flatMap((step) => step.calls);
  const variants = calls.flatMap((call, at) => {
    const accepted = gold?.[at]?.accepted ?? null;
    return accepted === null
      ? []
      : acceptedVariants(JSON.parse(accepted)).map((given) => withCall(record, call, given));
  });
  return [record, ...variants];
}

function withCall(record: TrajectoryRecord, call: CallRecord, given: unknown): TrajectoryRecord {
  const step = record.steps.find(({ calls }) => calls.includes(call))!;
  const changed = { ...step, calls: [{ ...call, arguments: JSON.stringify(given) }] };
  return { ...record, steps: [changed] };
}

/** `record function argument code`; places within an argument are one. */
function faultsOf(record: TrajectoryRecord): string[] {
  const declared = (record.tools ?? []).map((tool) => ({ api_id: tool.api_id ?? tool.name, tool }));
  const { calls } = auditTrajectory(record, declared, EMPTY_CATALOGUE);
  return calls.flatMap(({ step, call, findings }) => {
    const name = record.steps[step]!.calls.find((one) => one.call === call)!.tool_name;
    return findings
      .filter(({ code }) => JUDGED.has(code))
      .map(({ code, pointer }) => [record.record_id, name, pointer?.split('/')[1] ?? '-', code].join(' '));
  });
}

function judge(): number {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(DATA, folder))
      .filter((name) => /^BFCL_.*\.json$/.test(name))
      .map((name) => folder + name),
  );
  const gold = files.flatMap(trajectoriesOf).filter(({ kind }) => kind === 'gold');
  const variants = gold.flatMap(variantsOf);
  const found = new Set(variants.flatMap(faultsOf));
  const calls = gold.reduce((sum, { steps }) => sum + steps.reduce((all, step) => all + step.calls.length, 0), 0);
  const unlisted = [...found].filter((fault) => !KNOWN_FAULTS.has(fault));
  const gone = [...KNOWN_FAULTS.keys()].filter((fault) => !found.has(fault));
  for (const fault of unlisted) console.log(`  not listed  ${fault}`);
  for (const fault of gone) console.log(`  gone        ${fault}`);
  console.log(`${gold.length} records, ${calls} expected calls, ${variants.length} variants of accepted values.`);
  console.log(`${found.size} faults of BFCL, ${unlisted.length} not listed, ${gone.length} listed and gone.`);
  return calls > 0 && unlisted.length + gone.length === 0 ? 0 : 1;
}

if (existsSync(DATA)) process.exitCode = judge();
else console.log(`There is no ${DATA}: nothing to judge by.`);
