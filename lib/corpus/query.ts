/** A question to the engine, declared in the same vocabulary as the tables. */
import type { Column, RowOf } from './schema.ts';
import type { TableName } from './tables.ts';

/** A bound value. Identifiers never come in this way: they are chosen from the schema. */
export type Param = string | number | boolean | null;

/** A table that a statement reads; with `id`, only the shards that may hold that id stand behind the table's name. */
export type TableUse = TableName | { readonly table: TableName; readonly id: string };

export interface Query<C extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> {
  /** Name for errors and logs, e.g. `apiRows`. */
  readonly name: string;
  /**
   * Tables that the statement reads, so that the engine can have them ready first. With `id` (a value of the table's
   * first sort column), one record costs one shard's footer and one row group.
   */
  readonly from: readonly TableUse[];
  /** Results that the statement reads as if they were tables; made once, and kept for the statements that follow. */
  readonly uses?: readonly Materialised[];
  /**
   * The statement gives `columns` of the rows of the one id in `from`, in the order of the table, and nothing else: its
   * file alone can answer it. It may give the first rows alone, where all of them are as welcome.
   */
  readonly isRecord?: true;
  /** One statement with `?` for each bound value; tables are named without a schema. */
  readonly sql: string;
  readonly params: readonly Param[];
  /** The same question where all tables are in memory, if another statement is faster there: by an index, say. */
  readonly inMemory?: { readonly sql: string; readonly params: readonly Param[] };
  /** What the statement returns; checked against the engine's result once per result. */
  readonly columns: C;
}

/**
 * An intermediate result that several statements share, e.g. the scores of a search. The lookup comes first, so that
 * the second statement can hold its values as constants: constants are what lets the engine skip rows unread.
 */
export interface Materialised {
  /** Name of the table, as statements refer to it: [a-z0-9_]+, and the same for the same question. */
  readonly name: string;
  readonly lookup: Query;
  /** @returns the statement whose rows fill the table, given the rows of the lookup. Pure. */
  readonly fill: (rows: readonly Readonly<Record<string, unknown>>[]) => {
    readonly sql: string;
    readonly params: readonly Param[];
  };
  /** Tables that the filling statement reads. */
  readonly from: readonly TableUse[];
}

export type QueryRow<Q extends Query> = RowOf<Q['columns']>;
