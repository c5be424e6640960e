/** DuckDB in the builder: one thread per instance, so that what it writes depends on its input alone. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** A value as DuckDB's JSON form gives it: numbers beyond 2^53 come as text. */
type Scalar = string | number | boolean | null;

export interface Database {
  /** Runs statements without reading a result. */
  run(sql: string): Promise<void>;
  /** @returns rows as objects; big integers as numbers, which is exact up to 2^53. */
  rows<R extends object>(sql: string, params?: readonly (string | number)[]): Promise<R[]>;
  /** As rows, a few thousand at a time, so that the result may be larger than memory. One result is read at a time. */
  chunks<R extends object>(sql: string): AsyncGenerator<readonly R[]>;
  close(): void;
}

export interface DatabaseOptions {
  /** Folder for data that does not fit into memory. */
  readonly scratch: string;
  readonly memoryMb: number;
}

/** @returns an in-memory database with one thread and bounded memory */
export async function openDatabase({ scratch, memoryMb }: DatabaseOptions): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: `${memoryMb}MB`,
    temp_directory: scratch,
    // Nothing is fetched: what is needed is linked in.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: (sql, params = []) => readRows(connection, sql, params),
    chunks: (sql) => readChunks(connection, sql),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function* readChunks<R extends object>(connection: DuckDBConnection, sql: string): AsyncGenerator<readonly R[]> {
  const result = await connection.stream(sql);
  const numeric = new Set(result.deduplicatedColumnNames().filter((_, i) => isBig(String(result.columnType(i)))));
  for await (const rows of result.yieldRowObjectJson()) yield rows.map((row) => withNumbers<R>(row, numeric));
}

async function readRows<R extends object>(
  connection: DuckDBConnection,
  sql: string,
  params: readonly (string | number)[],
): Promise<R[]> {
  const reader = await connection.runAndReadAll(sql, [...params]);
  const names = reader.deduplicatedColumnNames();
  const numeric = new Set(names.filter((_, i) => isBig(String(reader.columnType(i)))));
  return reader.getRowObjectsJson().map((row) => withNumbers<R>(row, numeric));
}

function isBig(type: string): boolean {
  return /^(BIGINT|HUGEINT|UBIGINT|DECIMAL)/.test(type);
}

function withNumbers<R extends object>(row: object, numeric: ReadonlySet<string>): R {
  const entries = Object.entries(row).map(([name, value]: [string, Scalar]) => [
    name,
    numeric.has(name) && value !== null ? Number(value) : value,
  ]);
  return Object.fromEntries(entries) as R;
}

/** @returns an identifier, quoted */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** @returns a text literal, quoted; for places where a value cannot be bound, such as file names */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
