/** A question to the engine, declared in the same vocabulary as the tables. */
import type { Column, RowOf } from './schema.ts';
import type { TableName } from './tables.ts';

/** A bound value. Identifiers never come in this way: they are chosen from the schema. */
export type Param = string | number | boolean | null;

export interface Query<C extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> {
  /** Name for errors and logs, e.g. `apiRows`. */
  readonly name: string;
  /**
   * Tables that the statement reads, so that the engine can have them ready first. With `id`, only the shards that
   * may hold that id (first sort column) stand behind the table's name: one record costs one shard's footer and one
   * row group.
   */
  readonly from: readonly (TableName | { readonly table: TableName; readonly id: string })[];
  /** One statement with `?` for each bound value; tables are named without a schema. */
  readonly sql: string;
  readonly params: readonly Param[];
  /** What the statement returns; checked against the engine's result once per result. */
  readonly columns: C;
}

export type QueryRow<Q extends Query> = RowOf<Q['columns']>;
