/** What a rule is, and the rules that many tables have. */
import type { TableName } from '../../lib/corpus/index.ts';
import { literal } from '../write/duckdb.ts';

/** A rule is a statement that finds what breaks it. */
export interface Rule {
  readonly name: string;
  /** Table whose record is at fault. */
  readonly table: TableName;
  /** Other tables that the statement reads. */
  readonly reads?: readonly TableName[];
  readonly message: string;
  /** Yields `id` of each record that breaks the rule. */
  readonly sql: string;
}

export const unique = (table: TableName, id: string): Rule => ({
  name: 'unique',
  table,
  message: 'The id is there more than once.',
  sql: `SELECT ${id} AS id FROM ${table} GROUP BY ALL HAVING count(*) > 1`,
});

export const present = (table: TableName, id: string, other: TableName, otherId = id): Rule => ({
  name: 'reference',
  table,
  reads: [other],
  message: `${other} has no record of this id.`,
  sql: `SELECT DISTINCT ${id} AS id FROM ${table} WHERE ${id} IS NOT NULL AND ${id} NOT IN (SELECT ${otherId} FROM ${other})`,
});

export const oneOf = (table: TableName, column: string, values: readonly string[], id: string): Rule => ({
  name: 'value',
  table,
  message: `${column} is none of ${values.join(', ')}.`,
  sql: `SELECT ${id} AS id FROM ${table} WHERE ${column} NOT IN (${values.map(literal).join(', ')})`,
});

export const numbered = (table: TableName, no: string, id: string): Rule => ({
  name: 'numbering',
  table,
  message: `${no} is not the row number in order of ${id}.`,
  sql: `SELECT ${id} AS id FROM (SELECT ${id}, ${no}, row_number() OVER (ORDER BY ${id}) - 1 AS want FROM ${table}) WHERE ${no} <> want`,
});

export const counts = (
  table: TableName,
  id: string,
  column: string,
  other: TableName,
  counted: string,
  otherId = id,
): Rule => ({
  name: 'count',
  table,
  reads: [other],
  message: `${column} is not what ${other} has.`,
  sql: `SELECT t.${id} AS id FROM ${table} t LEFT JOIN (SELECT ${otherId} AS id, ${counted} AS n FROM ${other} GROUP BY ${otherId}) c
    ON c.id = t.${id} WHERE t.${column} <> coalesce(c.n, 0)`,
});
