/** Statements that put a table of the format in front of its files. Identifiers come from lib/corpus alone. */
import { duckdbType, tables, type Column, type TableName } from '../corpus/index.ts';
import { literal } from './database.ts';

/**
 * What a table holds when it is loaded whole, where that differs from the file: the postings are by far the largest
 * light table, and memory is not compressed.
 */
const inMemory: Partial<Record<TableName, readonly string[]>> = {
  api_postings: ['term_no', 'api_no', 'weight::FLOAT AS weight', 'fields::UTINYINT AS fields'],
  trajectory_postings: ['term_no', 'trajectory_no', 'weight::FLOAT AS weight', 'fields::UTINYINT AS fields'],
};

export function createSchema(schema: string): string {
  return `CREATE SCHEMA IF NOT EXISTS ${schema}`;
}

/**
 * Columns of few values, which a table in memory holds as numbers: counting and sorting by them is four times as fast,
 * and the text is stored once.
 */
const fewValues: Partial<Record<TableName, readonly string[]>> = {
  apis: ['provider', 'tool', 'domain', 'kind', 'method', 'schema_status', 'source'],
  trajectories: ['source', 'kind', 'domain', 'model', 'outcome', 'format'],
  trajectory_facets: ['source', 'kind', 'domain', 'model', 'outcome', 'format'],
};

/**
 * Number of a row in the order of the table: by it a large table is loaded in slices, and an index finds rows that
 * lie far apart (PRAGMA enable_index_join in database.ts) in a few milliseconds instead of a scan of a million.
 */
const numbered: Partial<Record<TableName, string>> = { trajectories: 'trajectory_no' };

/**
 * Statements that load files into a table of the current schema, to be run in order, others between them or not; the
 * rows keep the order of the files, so that ids stay clustered. Until the last step the table has a name of its own, and
 * what stood in its place answers. Types cannot be named with their schema, hence the current one.
 * @param size rows of all files, and rows of a slice where the table can be loaded in slices
 */
export function loadTable(
  table: TableName,
  files: readonly string[],
  size: { readonly rows: number; readonly slice: number },
): string[] {
  const source = parquet(files);
  const enums = fewValues[table] ?? [];
  const types = enums.flatMap((column) => createEnum(`${table}_${column}`, column, source));
  const columns = inMemory[table] ?? columnNames(table);
  const typed = columns.map((column) => {
    const name = column.replaceAll('"', '');
    return enums.includes(name) ? `"${name}"::"${table}_${name}" AS "${name}"` : column;
  });
  const fill = slices(numbered[table], size).map(
    (condition, slice) =>
      `${slice === 0 ? `CREATE OR REPLACE TABLE "${loading(table)}" AS` : `INSERT INTO "${loading(table)}"`}
        SELECT ${typed.join(', ')} FROM ${source} WHERE ${condition}`,
  );
  return [...types, ...fill];
}

/** Statements that put a loaded table in its place, to be run together; nothing else has the name. */
export function placeTable(schema: string, table: TableName): string[] {
  const key = numbered[table];
  const index = key === undefined ? [] : [`CREATE INDEX "${table}_${key}" ON ${schema}."${table}" ("${key}")`];
  return [`ALTER TABLE "${loading(table)}" RENAME TO "${table}"`, ...index];
}

const loading = (table: TableName): string => `${table}_loading`;

/** Conditions of which each row meets one; the ends are open. */
function slices(key: string | undefined, size: { readonly rows: number; readonly slice: number }): string[] {
  const count = Math.ceil(size.rows / size.slice);
  if (key === undefined || count <= 1) return ['TRUE'];
  return Array.from({ length: count }, (_, slice) => {
    const from = slice === 0 ? 'TRUE' : `"${key}" >= ${slice * size.slice}`;
    return slice === count - 1 ? from : `${from} AND "${key}" < ${(slice + 1) * size.slice}`;
  });
}

/** A type needs a value: the empty text, which stands for "no value" in filters, is always among them. */
function createEnum(type: string, column: string, source: string): string[] {
  const values = `SELECT '' AS v UNION SELECT "${column}" FROM ${source} WHERE "${column}" IS NOT NULL ORDER BY v`;
  return [`DROP TYPE IF EXISTS "${type}"`, `CREATE TYPE "${type}" AS ENUM (${values})`];
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
