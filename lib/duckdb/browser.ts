/** The database in the browser: one worker of DuckDB-WASM, its files from our own origin. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { QUERY_CONFIG, SETTINGS, type ArrowResult, type Database } from './database.ts';
import { EngineBootError, reason } from './errors.ts';
import type { Param } from '../corpus/index.ts';
import { allSlices, inlined } from './sliced.ts';

const WASM = 'duckdb-eh.wasm';
const WORKER = 'duckdb-browser-eh.worker.js';

/** A worker that neither loads nor starts for this long never will: it does not report why. */
const STALL_LIMIT_MS = 30_000;

type OnBytes = (loaded: number, total: number | null) => void;

/**
 * The worker fetches the engine itself, so that it compiles while it loads: a third faster than handing it the bytes.
 * @param folder absolute URL of the folder that holds the engine's files, with a slash at its end
 * @param onBytes bytes of the engine loaded, and in all or null where the host compresses
 * @throws EngineBootError
 */
export async function openBrowserDatabase(folder: string, onBytes: OnBytes): Promise<Database> {
  const wasmUrl = new URL(WASM, folder).href;
  const crash = new CrashSignal();
  const worker = startWorker(new URL(WORKER, folder).href, crash.reject);
  try {
    const db = new AsyncDuckDB(new VoidLogger(), worker);
    await Promise.race([instantiate(db, wasmUrl, onBytes), crash.promise]);
    await db.open({ query: QUERY_CONFIG, filesystem: { allowFullHTTPReads: true } });
    const connection = await db.connect();
    for (const setting of SETTINGS) await connection.query(setting);
    return new BrowserDatabase(db, connection, worker, crash.promise);
  } catch (error) {
    worker.terminate();
    throw error instanceof EngineBootError ? error : new EngineBootError(wasmUrl, reason(error), error);
  }
}

/** A worker whose download fails stays silent: the file is asked for beside it, and silence has a limit. */
async function instantiate(db: AsyncDuckDB, url: string, onBytes: OnBytes): Promise<void> {
  const failure = new CrashSignal();
  const halt = () => failure.reject(new EngineBootError(url, 'the download or the start came to a halt'));
  let timer = setTimeout(halt, STALL_LIMIT_MS);
  let plain = true;
  checkFile(url).then((isPlain) => {
    plain = isPlain;
  }, failure.reject);
  const started = db.instantiate(url, null, ({ bytesLoaded, bytesTotal }) => {
    clearTimeout(timer);
    timer = setTimeout(halt, STALL_LIMIT_MS);
    onBytes(bytesLoaded, plain && bytesTotal >= bytesLoaded ? bytesTotal : null);
  });
  try {
    await Promise.race([started, failure.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @returns whether the host sends the file as it is, so that Content-Length counts the bytes that arrive
 * @throws EngineBootError where the file is not there
 */
async function checkFile(url: string): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(url, { method: 'HEAD' });
  } catch (error) {
    throw new EngineBootError(url, reason(error), error);
  }
  if (!response.ok) throw new EngineBootError(url, `HTTP status ${response.status}`);
  return (response.headers.get('content-encoding') ?? 'identity') === 'identity';
}

/** A promise that only ever rejects, and how. */
class CrashSignal {
  declare readonly reject: (error: Error) => void;
  readonly promise = new Promise<never>((_resolve, reject) => {
    Object.assign(this, { reject });
  });

  constructor() {
    // Whoever waits for the database hears of it; nobody may be waiting.
    this.promise.catch(() => {});
  }
}

function startWorker(url: string, onCrash: (error: Error) => void): Worker {
  const worker = new Worker(url);
  const crashed = (event: Event) => {
    event.preventDefault();
    // The failure is told where the database is waited for; DuckDB-WASM would print it to the console as well.
    event.stopImmediatePropagation();
    const message =
      event instanceof ErrorEvent && event.message !== '' ? event.message : 'the worker could not be loaded';
    onCrash(new EngineBootError(url, message));
  };
  worker.addEventListener('error', crashed);
  worker.addEventListener('messageerror', crashed);
  return worker;
}

class BrowserDatabase implements Database {
  readonly readsUrls = true;
  readonly #db: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;
  readonly #worker: Worker;
  /** Rejects when the worker dies: its answers never come then. */
  readonly #crash: Promise<never>;

  constructor(db: AsyncDuckDB, connection: AsyncDuckDBConnection, worker: Worker, crash: Promise<never>) {
    this.#db = db;
    this.#connection = connection;
    this.#worker = worker;
    this.#crash = crash;
  }

  #orCrash<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#crash]);
  }

  run(sql: string, params: readonly Param[]): Promise<ArrowResult> {
    return this.#orCrash(this.#run(sql, params));
  }

  async #run(sql: string, params: readonly Param[]): Promise<ArrowResult> {
    if (params.length === 0) return this.#connection.query(sql);
    const statement = await this.#connection.prepare(sql);
    try {
      return await statement.query(...params);
    } finally {
      // Not awaited: the answer need not wait for one more message there and back.
      statement.close().catch(() => {});
    }
  }

  async runSliced(sql: string, params: readonly Param[], signal: AbortSignal | undefined): Promise<ArrowResult> {
    return this.#orCrash(this.#runSliced(sql, params, signal));
  }

  async #runSliced(sql: string, params: readonly Param[], signal: AbortSignal | undefined): Promise<ArrowResult> {
    const cancel = () => void this.#connection.cancelSent().catch(() => {});
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await allSlices(await this.#connection.send(inlined(sql, params)));
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  registerBuffer(file: string, bytes: Uint8Array): Promise<void> {
    return this.#orCrash(this.#db.registerFileBuffer(file, bytes));
  }

  registerUrl(file: string, url: string): Promise<void> {
    // Not direct: pages that were read are kept, which saves a HEAD request per use and any second reading.
    return this.#orCrash(this.#db.registerFileURL(file, url, DuckDBDataProtocol.HTTP, false));
  }

  async dropFile(file: string): Promise<void> {
    await this.#orCrash(this.#db.dropFile(file));
  }

  scratchFile(name: string): string {
    return name;
  }

  readFile(file: string): Promise<Uint8Array> {
    return this.#orCrash(this.#db.copyFileToBuffer(file));
  }

  async close(): Promise<void> {
    await this.#db.terminate();
    this.#worker.terminate();
  }
}
