/** The vocabulary in which tables are declared, and the types that follow from a declaration. */

/** Types a scalar column may have. `json` is JSON text: open-ended structures are never inferred into columns. */
export type ScalarType = 'text' | 'json' | 'int' | 'float' | 'bool';

export interface Field {
  readonly type: ScalarType;
  readonly nullable?: true;
  /** What the value means, with its unit; docs/corpus-format.md and the app's column help show it. */
  readonly doc: string;
}

export interface ScalarColumn extends Field {}

export interface ListColumn {
  readonly type: 'text[]' | 'int[]' | 'float[]';
  readonly nullable?: true;
  readonly doc: string;
}

export interface StructListColumn {
  readonly type: 'struct[]';
  readonly nullable?: true;
  readonly fields: Readonly<Record<string, Field>>;
  readonly doc: string;
}

export type Column = ScalarColumn | ListColumn | StructListColumn;

export interface Table {
  /** Light tables are browsed, filtered and counted; heavy ones are read one record at a time by id. */
  readonly weight: 'light' | 'heavy';
  /** Columns by which rows are sorted within and across shards; the first is the id of the manifest's ranges. */
  readonly sort: readonly string[];
  readonly doc: string;
  readonly columns: Readonly<Record<string, Column>>;
}

interface ScalarValues {
  text: string;
  json: string;
  int: number;
  float: number;
  bool: boolean;
}

type OrNull<C extends { readonly nullable?: true }, V> = C extends { readonly nullable: true } ? V | null : V;

type FieldValue<F extends Field> = OrNull<F, ScalarValues[F['type']]>;

/** The JavaScript value of a column. */
export type ColumnValue<C extends Column> = C extends StructListColumn
  ? OrNull<C, { [K in keyof C['fields']]: FieldValue<C['fields'][K]> }[]>
  : C extends ListColumn
    ? OrNull<C, C['type'] extends 'text[]' ? string[] : number[]>
    : C extends ScalarColumn
      ? FieldValue<C>
      : never;

/** The JavaScript object of one row of a set of columns. */
export type RowOf<Columns extends Readonly<Record<string, Column>>> = {
  -readonly [K in keyof Columns]: ColumnValue<Columns[K]>;
};

const duckdbScalar: Record<ScalarType, string> = {
  text: 'VARCHAR',
  json: 'VARCHAR',
  int: 'INTEGER',
  float: 'DOUBLE',
  bool: 'BOOLEAN',
};

/**
 * The DuckDB type in which a column is stored.
 * @param column a declared column
 * @returns a type as DuckDB spells it, e.g. `VARCHAR` or `STRUCT("name" VARCHAR)[]`
 */
export function duckdbType(column: Column): string {
  switch (column.type) {
    case 'struct[]': {
      const fields = Object.entries(column.fields).map(([name, field]) => `"${name}" ${duckdbScalar[field.type]}`);
      return `STRUCT(${fields.join(', ')})[]`;
    }
    case 'text[]':
      return 'VARCHAR[]';
    case 'int[]':
      return 'INTEGER[]';
    case 'float[]':
      return 'DOUBLE[]';
    default:
      return duckdbScalar[column.type];
  }
}
