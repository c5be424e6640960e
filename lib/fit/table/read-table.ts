/** A table of runs as it stands in a file: CSV, TSV, JSON, JSON Lines or Parquet, packed or not, or pasted text. */
import type { SourceRecord } from '../../adapters/adapter.ts';
import {
  bytesReader,
  membersOf,
  openRecords,
  readParquet,
  sniffContainer,
  wholeOf,
} from '../../adapters/containers/index.ts';
import { messageOf } from '../../adapters/reasons.ts';
import type { RowProblem, Table, TableRow } from './table.ts';

/** Rows that are read at most: a fit over more would not end. */
const MAX_ROWS = 20_000;

/**
 * Never throws for what the file holds: what cannot be read is in `problems`.
 * @param name of the file; its ending decides where the bytes do not
 * @param bytes all of it
 */
export async function readTable(name: string, bytes: Uint8Array): Promise<Table> {
  const problems: RowProblem[] = [];
  const records: SourceRecord[] = [];
  const tell = (position: string, message: string): void => void problems.push({ file: name, position, message });
  const handler = {
    record: (record: SourceRecord) => void records.push(record),
    problem: (found: { readonly position: string; readonly message: string }) => tell(found.position, found.message),
  };
  try {
    const [member, ...others] = membersOf(name, bytesReader(bytes));
    if (member === undefined) tell('', 'The archive holds no file.');
    if (others.length > 0) tell('', `The archive holds ${others.length + 1} files; the first was read.`);
    const whole = member === undefined ? new Uint8Array() : wholeOf(member.chunks());
    const container = sniffContainer(member?.path ?? name, whole, true);
    if (container === null) tell('', 'The file is neither text nor Parquet.');
    else if (container === 'parquet') await readParquet(bytesReader(whole), handler, MAX_ROWS + 1);
    else {
      // What is no JSON is a table of cells, whatever its name.
      const stream = openRecords(container === 'text' || container === 'yaml' ? 'csv' : container, handler);
      stream.push(whole);
      stream.end();
    }
  } catch (error) {
    tell('', `The file could not be read: ${messageOf(error)}`);
  }
  return tableOf(name, records, problems);
}

function tableOf(name: string, records: readonly SourceRecord[], problems: RowProblem[]): Table {
  const columns = new Set<string>();
  const rows: TableRow[] = [];
  for (const { position, value } of spread(records)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ file: name, position, message: 'The record is not an object of columns.' });
      continue;
    }
    const cells = flat(value as Record<string, unknown>);
    for (const column of Object.keys(cells)) columns.add(column);
    rows.push({ position, cells });
  }
  if (rows.length > MAX_ROWS) {
    const message = `The file has more than ${MAX_ROWS} rows; the first ${MAX_ROWS} were read.`;
    problems.push({ file: name, position: `row ${MAX_ROWS + 1}`, message });
  }
  return { name, columns: [...columns], rows: rows.slice(0, MAX_ROWS), problems };
}

/** One JSON object of lists is a table by columns; one with a list of objects holds the table. */
function spread(records: readonly SourceRecord[]): readonly Pick<SourceRecord, 'position' | 'value'>[] {
  const [only, ...others] = records;
  if (only === undefined || others.length > 0 || typeof only.value !== 'object' || only.value === null) return records;
  const value = only.value as Record<string, unknown>;
  const lists = Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const table = lists.find(([, list]) => list.length > 0 && list.every((item) => typeof item === 'object'));
  if (table !== undefined) return table[1].map((item, i) => ({ position: `${table[0]}/${i}`, value: item }));
  if (lists.length === 0) return records;
  const length = Math.max(...lists.map(([, list]) => list.length));
  return Array.from({ length }, (_, i) => ({
    position: `row ${i + 1}`,
    value: Object.fromEntries(lists.map(([column, list]) => [column, list[i]])),
  }));
}

/** `{weights: {code: 0.2}}` is the column `weights.code`. */
function flat(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [key, cell] of Object.entries(value)) {
    if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) cells[key] = cell;
    else for (const [inner, leaf] of Object.entries(cell)) cells[`${key}.${inner}`] = leaf;
  }
  return cells;
}
