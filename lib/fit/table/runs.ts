/** Runs: mixtures with what was measured after training on them, checked. */
import { shortNames, type Role, type Roles } from './column-roles.ts';
import { numberOf, type RowProblem, type Table, type TableRow } from './table.ts';

export interface Target {
  readonly column: string;
  readonly label: string;
  readonly lowerIsBetter: boolean;
  /** One value a run; NaN where the table has none. */
  readonly values: Float64Array;
}

export interface Runs {
  readonly domains: readonly string[];
  /** Where each run stands in its file. */
  readonly positions: readonly string[];
  /** Runs x domains; each row sums to one. */
  readonly weights: readonly Float64Array[];
  readonly targets: readonly Target[];
  /** Parameters of the model of each run, or null where the table does not say. */
  readonly size: Float64Array | null;
  /** Tokens that each run was trained on, or null. */
  readonly tokens: Float64Array | null;
}

export interface CheckedRuns {
  readonly runs: Runs;
  /** Rows that were left out, and why. */
  readonly problems: readonly RowProblem[];
  /** What was done to all rows, in words. */
  readonly notes: readonly string[];
}

/** How far from one the weights of a run may sum up to: seventeen weights of three decimals reach 0.004. */
export const SUM_TOLERANCE = 0.01;

interface Read {
  readonly position: string;
  readonly weights: Float64Array;
  readonly targets: readonly number[];
  readonly size: number;
  readonly tokens: number;
}

/**
 * @param table as it was read and joined
 * @param roles of its columns
 * @returns runs whose weights sum to one, within SUM_TOLERANCE before they are brought to one exactly
 * @throws Error where the roles leave nothing to fit; says which role is missing
 */
export function runsOf(table: Table, roles: Roles): CheckedRuns {
  const having = (...wanted: Role[]) => table.columns.filter((column) => wanted.includes(roles[column] ?? 'ignore'));
  const columns = { weights: having('weight'), targets: having('loss', 'score') };
  const [size, tokens] = [having('size')[0] ?? null, having('tokens')[0] ?? null];
  if (columns.weights.length === 0) throw new Error('No column is a weight. Choose which columns hold the mixture.');
  if (columns.targets.length === 0) throw new Error('No column is a loss or a score. Choose what was measured.');
  const problems: RowProblem[] = [];
  const notes: string[] = [];
  const scale = scaleOf(table, columns.weights, notes);
  const rows: Read[] = [];
  for (const row of table.rows) {
    const found = readRow(row, { ...columns, size, tokens }, scale);
    if (typeof found === 'string') problems.push({ file: table.name, position: row.position, message: found });
    else rows.push(found);
  }
  return { runs: assemble(rows, columns, roles, { size, tokens }), problems, notes };
}

/** Weights in percent are told from weights in ones by their sums. */
function scaleOf(table: Table, columns: readonly string[], notes: string[]): number {
  const sums = table.rows.map((row) => sumOf(row, columns)).toSorted((a, b) => a - b);
  const median = sums[Math.floor(sums.length / 2)] ?? 1;
  if (Math.abs(median - 100) >= 5) return 1;
  notes.push('Weights are in percent: they were divided by 100.');
  return 100;
}

function sumOf({ cells }: TableRow, columns: readonly string[]): number {
  return columns.reduce((sum, column) => sum + (numberOf(cells[column]) ?? 0), 0);
}

interface Columns {
  readonly weights: readonly string[];
  readonly targets: readonly string[];
  readonly size: string | null;
  readonly tokens: string | null;
}

/** @returns the run, or why there is none */
function readRow({ position, cells }: TableRow, columns: Columns, scale: number): Read | string {
  const weights = Float64Array.from(columns.weights, (column) => (numberOf(cells[column]) ?? 0) / scale);
  const bad = weights.findIndex((weight) => !(weight >= 0));
  if (bad >= 0) {
    const column = columns.weights[bad]!;
    return `The weight ${column} is ${JSON.stringify(cells[column])?.slice(0, 60)}, which is not a number from 0 to 1.`;
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE))
    return `The weights sum to ${Number(sum.toPrecision(4))}, not to 1 (within ${SUM_TOLERANCE}).`;
  for (let i = 0; i < weights.length; i += 1) weights[i]! /= sum;
  const targets = columns.targets.map((column) => numberOf(cells[column]) ?? Number.NaN);
  if (targets.every((value) => !Number.isFinite(value))) return 'The row has no loss and no score that is a number.';
  const extra = (column: string | null) => (column === null ? Number.NaN : (numberOf(cells[column]) ?? Number.NaN));
  return { position, weights, targets, size: extra(columns.size), tokens: extra(columns.tokens) };
}

function assemble(
  rows: readonly Read[],
  columns: Pick<Columns, 'weights' | 'targets'>,
  roles: Roles,
  extras: Pick<Columns, 'size' | 'tokens'>,
): Runs {
  const labels = shortNames(columns.targets);
  return {
    domains: shortNames(columns.weights),
    positions: rows.map(({ position }) => position),
    weights: rows.map(({ weights }) => weights),
    targets: columns.targets.map((column, i) => ({
      column,
      label: labels[i]!,
      lowerIsBetter: roles[column] === 'loss',
      values: Float64Array.from(rows, ({ targets }) => targets[i]!),
    })),
    size: extras.size === null ? null : Float64Array.from(rows, ({ size }) => size),
    tokens: extras.tokens === null ? null : Float64Array.from(rows, ({ tokens }) => tokens),
  };
}
