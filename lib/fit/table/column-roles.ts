/** What the columns of a table of runs are: guessed from names and values, and corrected by people. */
import { numberOf, type Table } from './table.ts';

export const ROLES = ['weight', 'loss', 'score', 'size', 'tokens', 'ignore'] as const;

/** `loss`: lower is better; `score`: higher is; `size`: parameters of the model; `tokens`: trained on. */
export type Role = (typeof ROLES)[number];

export type Roles = Readonly<Record<string, Role>>;

const SCORE = /(^|[^a-z])(acc|accuracy|score|reward|f1|bleu|pass|win|success|em)([^a-z]|$)/i;
const LOSS = /loss|perplexity|(^|[^a-z])(ppl|nll|bpb|bits)([^a-z]|$)/i;
const SIZE = /(^|[^a-z])(params?|parameters|model_?size|n_params|size)([^a-z]|$)/i;
const TOKENS = /(^|[^a-z])(n_?tokens|tokens|train_?tokens|token_?count)([^a-z]|$)/i;
const KEY = /^(index|id|run|run_id|run_name|name|mixture|experiment|seed)$/i;

/** Sums of weights, in ones or in percent, that show which columns they are. */
const NEAR = 0.05;

/**
 * @param table as it was read
 * @returns the role of each column, guessed
 */
export function guessRoles(table: Table): Roles {
  const roles: Record<string, Role> = {};
  const undecided: string[] = [];
  for (const column of table.columns) {
    const role = roleByName(column, table);
    if (role === null) undecided.push(column);
    else roles[column] = role;
  }
  const weights = undecided.filter((column) => inRange(table, column, 0, 100.0001));
  const isMixture = weights.length > 1 && sumsAreEven(table, weights);
  // A table without sums to go by: what is a share is a weight.
  const chosen = new Set(isMixture ? weights : weights.filter((column) => inRange(table, column, 0, 1.0001)));
  for (const column of undecided) roles[column] = chosen.has(column) ? 'weight' : 'ignore';
  return roles;
}

function roleByName(column: string, table: Table): Role | null {
  if (!isNumeric(table, column) || KEY.test(column.trim())) return 'ignore';
  if (LOSS.test(column)) return 'loss';
  if (SCORE.test(column)) return 'score';
  const isCount = inRange(table, column, 1.0001, Number.POSITIVE_INFINITY);
  if (TOKENS.test(column) && isCount) return 'tokens';
  return SIZE.test(column) && isCount ? 'size' : null;
}

function numbersOf(table: Table, column: string): number[] {
  return table.rows.map(({ cells }) => numberOf(cells[column])).filter((value) => value !== null);
}

/** A column of numbers, but for a few bad cells. */
function isNumeric(table: Table, column: string): boolean {
  const values = numbersOf(table, column);
  return values.length > 0 && values.filter(Number.isFinite).length >= 0.5 * values.length;
}

function inRange(table: Table, column: string, low: number, high: number): boolean {
  const values = numbersOf(table, column).filter(Number.isFinite);
  return values.length > 0 && values.every((value) => value >= low && value <= high);
}

/** Most rows have weights of about the same sum, 1 or 100. */
function sumsAreEven(table: Table, columns: readonly string[]): boolean {
  const near = table.rows.filter(({ cells }) => {
    const sum = columns.reduce((total, column) => total + (numberOf(cells[column]) ?? 0), 0);
    return Math.abs(sum - 1) < NEAR || Math.abs(sum - 100) < 100 * NEAR;
  });
  return near.length >= 0.5 * table.rows.length;
}

/**
 * Short names for columns of one role: without what all of them begin and end with, up to a separator.
 * @param columns names, e.g. `train_the_pile_arxiv`, `train_the_pile_github`
 * @returns e.g. `arxiv`, `github`; the names themselves where there is one only, or nothing would be left
 */
export function shortNames(columns: readonly string[]): string[] {
  if (columns.length < 2) return [...columns];
  const start = common(columns, (name, at) => name[at]);
  const end = common(columns, (name, at) => name[name.length - 1 - at]);
  const from = Math.max(0, ...[...columns[0]!.slice(0, start).matchAll(/[^a-zA-Z0-9]/g)].map(({ index }) => index + 1));
  const tail = columns[0]!.slice(columns[0]!.length - end);
  const cut = /[^a-zA-Z0-9]/.exec(tail);
  const length = cut === null ? 0 : tail.length - cut.index;
  const short = columns.map((name) => name.slice(from, name.length - length));
  return short.every((name) => name !== '') && new Set(short).size === short.length ? short : [...columns];
}

function common(names: readonly string[], letter: (name: string, at: number) => string | undefined): number {
  const shortest = Math.min(...names.map(({ length }) => length));
  for (let at = 0; at < shortest; at += 1)
    if (names.some((name) => letter(name, at) !== letter(names[0]!, at))) return at;
  return shortest;
}
