/** Conditions on one column. */
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
