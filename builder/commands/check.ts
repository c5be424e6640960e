/** `forge check DIR`: proves a corpus, or names each fault. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tableNames, type TableName } from '../../lib/corpus/index.ts';
import type { Manifest } from '../../lib/corpus/manifest.ts';
import { checkSources, checkTotals } from '../check/accounts.ts';
import { fault, type Fault } from '../check/fault.ts';
import type { Rule } from '../check/rule.ts';
import { RULES } from '../check/rules.ts';
import { checkShards } from '../check/shards.ts';
import { openCorpus, viewOf } from '../open-corpus.ts';
import { openDatabase, type Database } from '../write/duckdb.ts';

const MEMORY_MB = 1_000;

/** Records that are named for each broken rule. */
const NAMED = 5;

export interface CheckResult {
  readonly dir: string;
  readonly tables: number;
  readonly shards: number;
  readonly rows: number;
  readonly rules: number;
  readonly faults: readonly Fault[];
}

/**
 * @param dir folder of a corpus
 * @throws UsageError, BuildError where corpus.json is missing or cannot be read
 */
export async function check(dir: string): Promise<CheckResult> {
  const manifest = openCorpus(dir);
  const scratch = mkdtempSync(path.join(tmpdir(), 'forge-check-'));
  const db = await openDatabase({ scratch, memoryMb: MEMORY_MB });
  try {
    const faults = await findFaults(db, dir, manifest);
    const entries = Object.values(manifest.tables);
    return {
      dir: path.resolve(dir),
      tables: entries.length,
      shards: entries.reduce((sum, { shards }) => sum + shards.length, 0),
      rows: entries.reduce((sum, { rows }) => sum + rows, 0),
      rules: RULES.length,
      faults,
    };
  } finally {
    db.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function findFaults(db: Database, dir: string, manifest: Manifest): Promise<Fault[]> {
  const faults: Fault[] = [];
  const sound = new Set<TableName>();
  for (const table of tableNames) {
    const found = await checkTable(db, dir, manifest, table);
    faults.push(...found);
    // A file that is there and has the declared columns can be asked about its records, whatever else is wrong with it.
    if (found.every(({ rule }) => !UNREADABLE.has(rule))) sound.add(table);
  }
  for (const table of sound) await db.run(viewOf(dir, manifest, table));
  for (const rule of RULES) {
    if ([rule.table, ...(rule.reads ?? [])].every((table) => sound.has(table)))
      faults.push(...(await broken(db, rule)));
  }
  if (sound.size === tableNames.length)
    faults.push(...(await checkSources(db, manifest)), ...(await checkTotals(db, manifest)));
  return faults;
}

const UNREADABLE = new Set(['table-missing', 'shard-path', 'shard-missing', 'shard-unreadable', 'schema']);

async function checkTable(db: Database, dir: string, manifest: Manifest, table: TableName): Promise<Fault[]> {
  const entry = manifest.tables[table];
  if (entry !== undefined && entry.shards.length > 0) return checkShards(db, dir, table, entry);
  return [fault('table-missing', 'corpus.json lists no shard of this table.', { table, file: 'corpus.json' })];
}

async function broken(db: Database, { name, table, message, sql }: Rule): Promise<Fault[]> {
  const rows = await db.rows<{ id: string | number; total: number }>(
    `SELECT id, count(*) OVER () AS total FROM (${sql}) ORDER BY id LIMIT ${NAMED}`,
  );
  const more = (rows[0]?.total ?? 0) - rows.length;
  return rows.map(({ id }, i) => {
    const rest = i === rows.length - 1 && more > 0 ? ` So do ${more} more.` : '';
    return fault(name, `${message}${rest}`, { table, id: String(id) });
  });
}

/** @returns a line per fault, or one that says what was proved */
export function describeFaults({ dir, tables: n, shards, rows, rules, faults }: CheckResult): string {
  const what = `${n} tables, ${shards} shards, ${rows.toLocaleString('en')} rows, ${rules} rules between tables`;
  if (faults.length === 0) return `${dir}: no fault (${what})`;
  const lines = faults.map(({ rule, table, file, id, message }) => {
    const place = [table, file, id].filter((part) => part !== null).join(', ');
    return `${rule}: ${place}: ${message}`;
  });
  return [...lines, `${dir}: ${faults.length} faults (${what})`].join('\n');
}
