/** Conditions on one column. */
import type { Dimension } from '../corpus/index.ts';
import { all, list, sql, type Sql } from './sql.ts';

/** Both ends inclusive; null where open. */
export type Range = readonly [min: number | null, max: number | null];

/** `column IN (…)`, where the empty string stands for NULL; null where the list does not narrow. */
export function oneOf(column: Sql, values: readonly string[]): Sql | null {
  if (values.length === 0) return null;
  const named = values.filter((value) => value !== '');
  const parts = [
    ...(named.length > 0 ? [sql`${column} IN ${list(named)}`] : []),
    ...(named.length < values.length ? [sql`${column} IS NULL`] : []),
  ];
  return parts.length === 1 ? parts[0]! : sql`(${parts[0]!} OR ${parts[1]!})`;
}

/** `column` between the ends of a range, both inclusive; null where it does not narrow. */
export function within(column: Sql, range: Range | null): Sql | null {
  const [min, max] = range ?? [null, null];
  const parts = [
    ...(min === null ? [] : [sql`${column} >= ${min}`]),
    ...(max === null ? [] : [sql`${column} <= ${max}`]),
  ];
  return parts.length === 0 ? null : all(parts);
}

/**
 * Records of the values that token_stats has no bucket of their own for, by source and component: those of least tokens.
 * @param dimension by which token_stats is broken down
 * @param component of the records: a column or a literal. Nothing bound: the engine numbers what is bound in the list first
 * @param column of the value; nothing bound either
 */
export function beyondBuckets(dimension: Dimension, component: Sql, column: Sql): Sql {
  return sql`row("source", ${component}, coalesce(${column}, '')) NOT IN (
    SELECT row("source", component, bucket) FROM token_stats WHERE dimension = ${dimension})`;
}

/**
 * `licence` is one of the values; of some sources also where a record states none, since its source's licence is one of them.
 * @param ofSource condition that a record is of these sources; null for none
 */
export function underLicence(values: readonly string[], ofSource: Sql | null): Sql | null {
  const stated = oneOf(sql`licence`, values);
  return stated === null || ofSource === null ? stated : sql`(${stated} OR (licence IS NULL AND ${ofSource}))`;
}
