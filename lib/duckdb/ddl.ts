/** Statements that put a table of the format in front of its files. Identifiers come from lib/corpus alone. */
import { duckdbType, tables, type Column, type TableName } from '../corpus/index.ts';
import { literal } from './database.ts';

/**
 * What a table holds when it is loaded whole, where that differs from the file: the postings are by far the largest
 * light table, and memory is not compressed.
 */
const inMemory: Partial<Record<TableName, readonly string[]>> = {
  api_postings: ['term_no', 'api_no', 'weight::FLOAT AS weight'],
};

export function createSchema(schema: string): string {
  return `CREATE SCHEMA IF NOT EXISTS ${schema}`;
}

/** Loads files into a table; the rows keep the order of the files, so that ids stay clustered. */
export function createTable(schema: string, table: TableName, files: readonly string[]): string {
  const columns = inMemory[table] ?? columnNames(table);
  return `CREATE OR REPLACE TABLE ${schema}."${table}" AS SELECT ${columns.join(', ')} FROM ${parquet(files)}`;
}

/** A view over files that are read as far as each statement needs; over nothing where there are no files. */
export function createView(schema: string, table: TableName, files: readonly string[]): string {
  const source =
    files.length === 0
      ? `SELECT ${declaredColumns(table)
          .map(([name, column]) => `NULL::${duckdbType(column)} AS "${name}"`)
          .join(', ')} WHERE FALSE`
      : `SELECT ${columnNames(table).join(', ')} FROM ${parquet(files)}`;
  return `CREATE OR REPLACE VIEW ${schema}."${table}" AS ${source}`;
}

/** Lists column_name and column_type of a file. */
export function describeFile(file: string): string {
  return `DESCRIBE SELECT * FROM ${parquet([file])}`;
}

/** @returns the first column that a file lacks or has in another type; null where it is as declared. */
export function findMismatch(
  table: TableName,
  actual: ReadonlyMap<string, string>,
): { readonly column: string; readonly detail: string } | null {
  for (const [column, declared] of declaredColumns(table)) {
    const wanted = duckdbType(declared);
    const found = actual.get(column);
    if (found === undefined) return { column, detail: 'the file does not have it' };
    if (plain(found) !== plain(wanted)) return { column, detail: `the file has ${found} where ${wanted} is expected` };
  }
  return null;
}

/** A type without the quotes that the engine only sets where a name needs them. */
function plain(type: string): string {
  return type.replaceAll('"', '');
}

function parquet(files: readonly string[]): string {
  return `read_parquet([${files.map(literal).join(', ')}])`;
}

function columnNames(table: TableName): string[] {
  return declaredColumns(table).map(([name]) => `"${name}"`);
}

function declaredColumns(table: TableName): [string, Column][] {
  return Object.entries(tables[table].columns);
}
