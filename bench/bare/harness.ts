/** Runs in the browser: the engine and nothing else, for a floor under our own figures. */
import { AsyncDuckDB, ConsoleLogger, LogLevel } from '@duckdb/duckdb-wasm';

interface Bare {
  /** Milliseconds from the call to an open database. */
  boot(): Promise<number>;
  /** Milliseconds to fetch Parquet files whole and load columns of them as one table. */
  load(table: string, urls: readonly string[], columns?: string): Promise<number>;
  /** Fetches Parquet files whole; queries read them where they are. */
  view(table: string, urls: readonly string[]): Promise<void>;
  /** Milliseconds of one prepared statement, result included. */
  run(sql: string, params: readonly unknown[]): Promise<number>;
  /** The first row of a statement whose columns are numbers. */
  firstRow(sql: string): Promise<Readonly<Record<string, number>>>;
}

declare global {
  interface Window {
    bare: Bare;
  }
}

let database: AsyncDuckDB | null = null;

function opened(): AsyncDuckDB {
  if (database === null) throw new Error('boot first');
  return database;
}

/** Fetches files into memory. @returns a table function that reads them */
async function fetched(table: string, urls: readonly string[]): Promise<string> {
  const names = await Promise.all(
    urls.map(async (url, i) => {
      const name = `${table}-${i}.parquet`;
      await opened().registerFileBuffer(name, new Uint8Array(await (await fetch(url)).arrayBuffer()));
      return name;
    }),
  );
  return `read_parquet([${names.map((name) => `'${name}'`).join(', ')}])`;
}

async function execute(sql: string): Promise<void> {
  const connection = await opened().connect();
  await connection.query(sql);
  await connection.close();
}

window.bare = {
  async boot() {
    const start = performance.now();
    const worker = new Worker('/engine/duckdb-browser-eh.worker.js');
    database = new AsyncDuckDB(new ConsoleLogger(LogLevel.ERROR), worker);
    await database.instantiate(new URL('/engine/duckdb-eh.wasm', location.href).href);
    return performance.now() - start;
  },
  async load(table, urls, columns = '*') {
    const start = performance.now();
    await execute(`CREATE TABLE ${table} AS SELECT ${columns} FROM ${await fetched(table, urls)}`);
    return performance.now() - start;
  },
  async view(table, urls) {
    await execute(`CREATE VIEW ${table} AS SELECT * FROM ${await fetched(table, urls)}`);
  },
  async run(sql, params) {
    const connection = await opened().connect();
    const start = performance.now();
    const statement = await connection.prepare(sql);
    await statement.query(...params);
    const elapsed = performance.now() - start;
    await statement.close();
    await connection.close();
    return elapsed;
  },
  async firstRow(sql) {
    const connection = await opened().connect();
    const result = await connection.query(sql);
    await connection.close();
    return result.get(0)?.toJSON() ?? {};
  },
};
