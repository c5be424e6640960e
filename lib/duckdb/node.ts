/** The same DuckDB-WASM in Node, for tests: blocking, and without HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as duckdb from '@duckdb/duckdb-wasm/blocking';
import type { Param } from '../corpus/index.ts';
import { QUERY_CONFIG, SETTINGS, type ArrowResult, type Database } from './database.ts';
import { allSlices, inlined } from './sliced.ts';

// The package's types for this entry are those of the browser; Node resolves it to a build that has this too.
const { NODE_RUNTIME } = duckdb as unknown as { readonly NODE_RUNTIME: typeof duckdb.DEFAULT_RUNTIME };

type Connection = ReturnType<Awaited<ReturnType<typeof duckdb.createDuckDB>>['connect']>;

/** Opens a database of its own. */
export async function openNodeDatabase(): Promise<Database> {
  const require = createRequire(import.meta.url);
  const bundle = (name: string) => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`),
    mainWorker: '',
  });
  const db = await duckdb.createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new duckdb.VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open({ query: QUERY_CONFIG });
  const connection = db.connect();
  for (const setting of SETTINGS) connection.query(setting);
  // This build writes to the real file system: never beside the code, and never where another test writes.
  const scratch = mkdtempSync(join(tmpdir(), 'forge-duckdb-'));
  const clear = () => rmSync(scratch, { recursive: true, force: true });
  process.once('exit', clear);
  return {
    readsUrls: false,
    run: async (sql, params) => run(connection, sql, params),
    // As in the browser, so that tests go the same way.
    runSliced: async (sql, params) => allSlices(await connection.send(inlined(sql, params))),
    registerBuffer: async (file, bytes) => db.registerFileBuffer(file, bytes),
    registerUrl: () => Promise.reject(new Error('the build for Node reads no URLs')),
    dropFile: async (file) => db.dropFile(file),
    readFile: async (file) => db.copyFileToBuffer(file),
    scratchFile: (name) => join(scratch, name),
    close: async () => {
      connection.close();
      clear();
      process.off('exit', clear);
    },
  };
}

function run(connection: Connection, sql: string, params: readonly Param[]): ArrowResult {
  if (params.length === 0) return connection.query(sql);
  const statement = connection.prepare(sql);
  try {
    return statement.query(...params);
  } finally {
    statement.close();
  }
}
