/** Rows and columns, as a file has them. */

/** Something to tell about one place of a file. */
export interface RowProblem {
  readonly file: string;
  /** `row 12`, `line 3`; '' for the file as a whole. */
  readonly position: string;
  readonly message: string;
}

export interface TableRow {
  readonly position: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

export interface Table {
  /** Names of its files. */
  readonly name: string;
  /** In the order of their first occurrence. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly problems: readonly RowProblem[];
}

/**
 * @param cell of a row
 * @returns its number; null where it is empty, NaN where it is something else
 */
export function numberOf(cell: unknown): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'bigint') return Number(cell);
  if (cell === null || cell === undefined) return null;
  if (typeof cell !== 'string') return Number.NaN;
  const text = cell.trim();
  if (text === '' || /^(nan|na|null|none|-)$/i.test(text)) return null;
  const isPercent = text.endsWith('%');
  const value = Number((isPercent ? text.slice(0, -1) : text).replaceAll('_', ''));
  return isPercent ? value / 100 : value;
}
