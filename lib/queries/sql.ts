/** SQL text with its bound values: the one way statements are put together. */
import type { Column, Materialised, Param, Query, TableUse } from '../corpus/index.ts';

export interface Sql {
  readonly text: string;
  readonly params: readonly Param[];
}

/**
 * A statement or a part of one. An interpolated Sql becomes part of the text; any other value is bound.
 * Numbers are bound with a cast: the engine takes every number for a DOUBLE, and only a constant of the column's own
 * type lets it skip row groups by their minimum and maximum.
 */
export function sql(strings: TemplateStringsArray, ...values: readonly (Sql | Param)[]): Sql {
  let text = strings[0] ?? '';
  const params: Param[] = [];
  values.forEach((value, index) => {
    const part = isSql(value) ? value : bound(value);
    text += part.text + (strings[index + 1] ?? '');
    params.push(...part.params);
  });
  return { text, params };
}

/** @returns the parts, one after the other, with a separator between. */
export function join(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((part) => part.text).join(separator), params: parts.flatMap((part) => part.params) };
}

/** @returns conditions that all hold; TRUE where there are none. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`TRUE` : join(conditions, ' AND ');
}

/** @returns `(?, ?, …)`, for IN. */
export function list(values: readonly Param[]): Sql {
  const { text, params } = join(
    values.map((value) => bound(value)),
    ', ',
  );
  return { text: `(${text})`, params };
}

/** @returns an identifier of ours: a column or table that the schema declares, or a name made by this folder. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new TypeError(`not an identifier: ${identifier}`);
  return { text: `"${identifier}"`, params: [] };
}

/**
 * @returns the columns of a result. Text is cast, since the engine holds columns of few values as numbers, and would
 *   send all the values with each result.
 */
export function select(columns: Readonly<Record<string, Column>>): Sql {
  const parts = Object.entries(columns).map(([column, { type }]) =>
    type === 'text' ? sql`${name(column)}::VARCHAR AS ${name(column)}` : name(column),
  );
  return join(parts, ', ');
}

/** Declares a query: a statement, what it reads and what it returns. */
export function query<const C extends Readonly<Record<string, Column>>>(
  declaration: { name: string; from: readonly TableUse[]; uses?: readonly Materialised[]; isRecord?: true; columns: C },
  statement: Sql,
): Query<C> {
  return { ...declaration, sql: statement.text.trim(), params: statement.params };
}

function bound(value: Param): Sql {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a finite number: ${value}`);
    const type = !Number.isInteger(value) ? 'DOUBLE' : Math.abs(value) < 2 ** 31 ? 'INTEGER' : 'BIGINT';
    return { text: `?::${type}`, params: [value] };
  }
  return { text: typeof value === 'boolean' ? '?::BOOLEAN' : '?', params: [value] };
}

function isSql(value: Sql | Param): value is Sql {
  return typeof value === 'object' && value !== null;
}

/** A lookup for results that need none: it only names the question. */
export const asks = (question: string) =>
  query(
    { name: 'question', from: [], columns: { question: { type: 'text', doc: 'What the result answers.' } } },
    sql`SELECT ${question} AS question`,
  );
