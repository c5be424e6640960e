/** Arrow results into plain rows of the declared types. Arrow, BigInt and typed vectors end here. */
import type { Column, Field, RowOf } from '../corpus/index.ts';
import type { ArrowResult, ArrowVector } from './database.ts';
import { SchemaMismatchError } from './errors.ts';

type Columns = Readonly<Record<string, Column>>;

/**
 * @param name of the query, for errors
 * @throws SchemaMismatchError where the result lacks a column, or has another type, or NULL where none may be
 */
export function toRows<C extends Columns>(result: ArrowResult, columns: C, name: string): RowOf<C>[] {
  const wanted = Object.entries(columns);
  checkColumns(result, wanted, name);
  const rows: Record<string, unknown>[] = [];
  for (const batch of result.batches) {
    const start = rows.length;
    for (let i = 0; i < batch.numRows; i++) rows.push({});
    for (const [key, column] of wanted) {
      const vector = batch.getChild(key);
      if (vector === null) throw new SchemaMismatchError(name, key, 'the result does not have it');
      for (let i = 0; i < batch.numRows; i++) rows[start + i]![key] = readValue(vector.get(i), column, name, key);
    }
  }
  return rows as RowOf<C>[];
}

/**
 * One integer column as a typed array: 100,000 numbers without 100,000 objects.
 * @throws SchemaMismatchError where the result is not one column of integers without NULL
 */
export function toInt32Array(result: ArrowResult, key: string, name: string): Int32Array {
  const total = result.batches.reduce((sum, batch) => sum + batch.numRows, 0);
  const numbers = new Int32Array(total);
  let offset = 0;
  for (const batch of result.batches) {
    const vector = batch.getChild(key);
    if (vector === null) throw new SchemaMismatchError(name, key, 'the result does not have it');
    if (vector.nullCount > 0) throw new SchemaMismatchError(name, key, 'a value is missing');
    numbers.set(integersOf(vector, name, key), offset);
    offset += batch.numRows;
  }
  return numbers;
}

function integersOf(vector: ArrowVector, name: string, key: string): ArrayLike<number> {
  const values: unknown = vector.toArray();
  if (values instanceof Int32Array) return values;
  throw new SchemaMismatchError(name, key, `the result has type ${String(vector.type)} where INTEGER is expected`);
}

/** Once per result: every column is there, and of a type that can be read as declared. */
function checkColumns(result: ArrowResult, wanted: readonly (readonly [string, Column])[], name: string): void {
  for (const [key, column] of wanted) {
    const field = result.schema.fields.find((candidate) => candidate.name === key);
    if (field === undefined) throw new SchemaMismatchError(name, key, 'the result does not have it');
    const type = String(field.type);
    if (!arrowTypes[column.type].test(type)) {
      throw new SchemaMismatchError(name, key, `the result has type ${type} where ${column.type} is expected`);
    }
  }
}

/** How Arrow spells the types in which a column may arrive; a column of NULL alone arrives as Int32 or Null. */
const arrowTypes: Record<Column['type'], RegExp> = {
  text: /^(Utf8|Dictionary|Null)/,
  json: /^(Utf8|Dictionary|Null)/,
  int: /^(Int|Uint|Float|Null)/,
  float: /^(Int|Uint|Float|Null)/,
  bool: /^(Bool|Null)/,
  'text[]': /^List<Utf8>/,
  'int[]': /^List<U?[Ii]nt/,
  'float[]': /^List<Float/,
  'struct[]': /^List<Struct/,
};

/**
 * One row from values of their natural types.
 * @throws SchemaMismatchError where a value is missing that may not be
 */
export function readRow<C extends Columns>(row: Readonly<Record<string, unknown>>, columns: C, name: string): RowOf<C> {
  const entries = Object.entries<Column>(columns).map(([key, column]) => [key, readValue(row[key], column, name, key)]);
  return Object.fromEntries(entries) as RowOf<C>;
}

function readValue(value: unknown, column: Column, name: string, key: string): unknown {
  if (value === null || value === undefined) {
    if (column.nullable) return null;
    throw new SchemaMismatchError(name, key, 'a value is missing');
  }
  switch (column.type) {
    case 'text[]':
    case 'int[]':
    case 'float[]': {
      const scalar: Field = { type: column.type.slice(0, -2) as Field['type'], doc: column.doc };
      return Array.from(value as Iterable<unknown>, (item) => readValue(item, scalar, name, key));
    }
    case 'struct[]':
      return Array.from(value as Iterable<Record<string, unknown>>, (item) =>
        readStruct(item, column.fields, name, key),
      );
    case 'int':
    case 'float':
      return Number(value);
    default:
      return value;
  }
}

function readStruct(item: Record<string, unknown>, fields: Readonly<Record<string, Field>>, name: string, key: string) {
  return Object.fromEntries(
    Object.entries(fields).map(([field, declared]) => [
      field,
      readValue(item[field], declared, name, `${key}.${field}`),
    ]),
  );
}
