/** Two files of one experiment: mixtures in one, losses in the other (as RegMix ships them), by the column they share. */
import type { RowProblem, Table, TableRow } from './table.ts';

/** What a column of names of runs is called, most likely first. */
const KEY_NAMES = /^(index|id|run|run_id|run_name|name|mixture|experiment|step)$/i;

/**
 * @param tables one or two
 * @returns one table, with the rows that both have; what has no partner is in `problems`
 * @throws Error where there is no column to join by, or none that tells rows apart; says which file, and what to do
 */
export function joinTables(tables: readonly Table[]): Table {
  const [left, right, ...more] = tables;
  if (left === undefined) throw new Error('No file was given.');
  if (right === undefined) return left;
  if (more.length > 0)
    throw new Error(`${tables.length} files were given; a table of runs is one file, or two that share a column.`);
  const key = keyOf(left, right);
  const partners = byKey(right, key);
  const problems: RowProblem[] = [...left.problems, ...right.problems];
  const clashing = right.columns.filter((column) => column !== key && left.columns.includes(column));
  const rows: TableRow[] = [];
  const known = byKey(left, key);
  for (const [value, row] of known) {
    const partner = partners.get(value);
    if (partner === undefined) problems.push(alone(left, right, key, value, row));
    else rows.push({ position: row.position, cells: { ...renamed(partner, clashing, right.name), ...row.cells } });
  }
  for (const [value, row] of partners) if (!known.has(value)) problems.push(alone(right, left, key, value, row));
  const added = right.columns.filter((column) => column !== key).map((column) => nameOf(column, clashing, right.name));
  return { name: `${left.name} and ${right.name}`, columns: [...left.columns, ...added], rows, problems };
}

/** The shared column that tells the rows of both files apart. */
function keyOf(left: Table, right: Table): string {
  const shared = left.columns.filter((column) => right.columns.includes(column));
  if (shared.length === 0)
    throw new Error(
      `${left.name} and ${right.name} share no column. Give both a column of the same name that names the run, such as "index".`,
    );
  const telling = shared.filter((column) => [left, right].every((table) => isKey(table, column)));
  const key = telling.find((column) => KEY_NAMES.test(column)) ?? telling[0];
  if (key !== undefined) return key;
  throw new Error(
    `${left.name} and ${right.name} share ${shared.slice(0, 3).join(', ')}, but rows of one file have the same value there. A column that names each run once is needed.`,
  );
}

function isKey(table: Table, column: string): boolean {
  const values = table.rows.map(({ cells }) => textOf(cells[column])).filter((value) => value !== '');
  return values.length > 0 && new Set(values).size === values.length;
}

/** Numbers are the same run whether a file writes 1 or 1.0. */
function textOf(cell: unknown): string {
  const text = typeof cell === 'string' ? cell.trim() : cell === null || cell === undefined ? '' : String(cell);
  return text !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

function byKey(table: Table, key: string): Map<string, TableRow> {
  return new Map(table.rows.map((row) => [textOf(row.cells[key]), row]));
}

function alone(of: Table, other: Table, key: string, value: string, row: TableRow): RowProblem {
  const message = `${key} ${value === '' ? 'is empty' : `${value.slice(0, 80)} is not in ${other.name}`}; the row was left out.`;
  return { file: of.name, position: row.position, message };
}

function nameOf(column: string, clashing: readonly string[], file: string): string {
  return clashing.includes(column) ? `${column} (${file})` : column;
}

function renamed(row: TableRow, clashing: readonly string[], file: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [nameOf(column, clashing, file), cell]));
}
