/** The engine: one database, started once, in which any number of corpora are open. */
import type { Column, Query, RowOf } from '../corpus/index.ts';
import type { Corpus } from './corpus-file.ts';
import type { ArrowResult, Database, OpenDatabase } from './database.ts';
import { select, writeFile, type ExportFormat } from './execute.ts';
import { CancelledError, CorpusError, EngineBootError, QueryError } from './errors.ts';
import { FatalError, isFatal } from './fatal.ts';
import { Lanes } from './lanes.ts';
import { LIMITS, tableOf, type Limits } from './limits.ts';
import { Namespace, type Host } from './namespace.ts';
import { ProgressStore } from './progress.ts';
import { TaskQueue } from './queue.ts';
import { toInt32Array, toRows } from './rows.ts';

type Columns = Readonly<Record<string, Column>>;

/** Reads records without the database. */
export type RecordReader = Pick<typeof import('./record-reader.ts'), 'readRecord'>;

/** Milliseconds that the start of the database waits for a record at most. */
const RECORD_LIMIT_MS = 3_000;

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** A newer query of the same lane cancels those before it. */
  readonly lane?: string | undefined;
  /** Behind everything else: prefetching. */
  readonly background?: boolean | undefined;
}

/** A query under way: what is asked, and what becomes of the answer. */
interface Job<T> {
  readonly corpus: Corpus;
  readonly query: Query;
  readonly options: RunOptions;
  /** Runs the statement once its tables are there; `files` says whether it reads from files and may take long. */
  readonly execute: (db: Database, files: boolean, signal: AbortSignal | undefined) => Promise<T>;
}

export class Engine {
  readonly progress = new ProgressStore();
  readonly #open: OpenDatabase;
  readonly #fetcher: typeof fetch;
  readonly #limits: Limits;
  readonly #queue = new TaskQueue();
  readonly #namespaces = new Map<string, Namespace>();
  readonly #lanes = new Lanes();
  /** Databases that answer nothing any more: what still waits for one goes to the next. */
  readonly #lost = new WeakSet<Database>();
  readonly #loadRecordReader: () => Promise<RecordReader>;
  #database: Promise<Database> | null = null;
  /** Until then the database is not started, and nothing is read for it. */
  #recordFirst: Promise<unknown> = Promise.resolve();
  #recordRead = () => {};
  #schemas = 0;

  constructor(
    open: OpenDatabase,
    fetcher: typeof fetch = (...request) => fetch(...request),
    limits: Limits = LIMITS,
    loadRecordReader: () => Promise<RecordReader> = () => import('./record-reader.ts'),
  ) {
    this.#open = open;
    this.#fetcher = fetcher;
    this.#limits = limits;
    this.#loadRecordReader = loadRecordReader;
  }

  /**
   * Starts the database, once however many ask; after a failure the next call tries again.
   * @throws EngineBootError
   */
  readonly boot = (): Promise<Database> => {
    this.#database ??= this.#start();
    return this.#database;
  };

  /**
   * For a page that begins with a record: the database, whose start takes both cores, waits until the record is read
   * and drawn, though not for ever.
   * @param drawn asked once the record is read; resolves when it is drawn
   */
  expectRecord(drawn: () => Promise<void>): void {
    if (this.#database !== null) return;
    const read = new Promise<void>((resolve) => (this.#recordRead = resolve)).then(drawn);
    this.#recordFirst = Promise.race([read, new Promise((resolve) => setTimeout(resolve, RECORD_LIMIT_MS))]);
  }

  async #start(): Promise<Database> {
    const { progress } = this;
    progress.set({ state: 'booting' });
    progress.step('engine', { label: 'Query engine', state: 'loading', loaded: 0 });
    try {
      await this.#recordFirst;
      const db = await this.#open((loaded, total) => progress.step('engine', { loaded, total }));
      progress.step('engine', { state: 'ready', files: [1, 1] });
      progress.set({ state: 'ready' });
      return db;
    } catch (error) {
      this.#database = null;
      progress.step('engine', { state: 'failed' });
      progress.set({ state: 'failed' });
      throw error;
    }
  }

  /**
   * @returns the rows of a query; those of a record without the database, while it is not there yet
   * @throws CorpusError
   */
  run<C extends Columns>(corpus: Corpus, query: Query<C>, options: RunOptions = {}): Promise<readonly RowOf<C>[]> {
    const ask = () => this.#select(corpus, query, options);
    if (query.isRecord !== true || this.progress.get().state === 'ready') return ask();
    // What cannot be read so is left to the database, which says what is wrong with it.
    return this.#loadRecordReader()
      .then(({ readRecord }) => readRecord(corpus, query, this.#fetcher))
      .finally(() => this.#recordRead())
      .catch(ask);
  }

  #select<C extends Columns>(corpus: Corpus, query: Query<C>, options: RunOptions): Promise<readonly RowOf<C>[]> {
    return this.#run({
      corpus,
      query,
      options,
      execute: async (db, files, signal) => toRows(await select(db, query, files, signal), query.columns, query.name),
    });
  }

  /**
   * @returns the only column of a query, which must be declared as int and hold no NULL
   * @throws CorpusError
   */
  runColumn(corpus: Corpus, query: Query, options: RunOptions = {}): Promise<Int32Array> {
    const [column = ''] = Object.keys(query.columns);
    const read = (result: ArrowResult) => toInt32Array(result, column, query.name);
    return this.#run({
      corpus,
      query,
      options,
      execute: async (db, files, signal) => read(await select(db, query, files, signal)),
    });
  }

  /**
   * Writes the rows of a query to a file of the engine.
   * @returns the bytes of the file
   * @throws CorpusError
   */
  exportFile(corpus: Corpus, query: Query, format: ExportFormat, options: RunOptions = {}): Promise<Uint8Array> {
    return this.#run({ corpus, query, options, execute: (db) => writeFile(db, query, format) });
  }

  /**
   * Has tables ready before a query asks for them, when the database has nothing else to do.
   * @throws CorpusError
   */
  async prepare(corpus: Corpus, from: Query['from']): Promise<void> {
    const booted = this.boot();
    await this.#recordFirst;
    await Promise.all([booted, this.#namespace(corpus).ready({ from }, true)]);
  }

  async #run<T>(job: Job<T>): Promise<T> {
    const signal = this.#lanes.enter(job.options);
    try {
      return await this.#attempt(job, signal);
    } catch (error) {
      if (!(error instanceof FatalError)) throw error;
      await this.#recycle(error.database);
      try {
        return await this.#attempt(job, signal);
      } catch (again) {
        throw again instanceof FatalError ? new QueryError(job.query.name, job.query.sql, again.cause) : again;
      }
    }
  }

  async #attempt<T>({ corpus, query, options, execute }: Job<T>, signal: AbortSignal | undefined): Promise<T> {
    const booted = this.boot();
    await this.#recordFirst;
    const namespace = this.#namespace(corpus);
    const yields = options.background === true;
    const pushed = yields ? () => {} : this.#queue.expect();
    try {
      const ready = this.#guard(namespace.ready(query, options.background), query);
      const [db, views] = await Promise.all([booted, ready]);
      const work = async () => {
        try {
          if (this.#lost.has(db)) throw new FatalError(db, null);
          await namespace.enter(db, query, views);
          // What it shares with others has been read by now: only its own tables can make it long.
          const files = query.from.some((use) => views.has(tableOf(use)));
          return await execute(db, files, signal);
        } catch (error) {
          throw await this.#explain(error, db, namespace, query, signal);
        }
      };
      // Not awaited: another start of the database would wait for it in turn.
      return this.#queue.push(query.name, work, { ...options, signal, yields });
    } finally {
      pushed();
    }
  }

  /** Turns whatever was thrown into an error that says what happened. */
  async #explain(
    error: unknown,
    db: Database,
    namespace: Namespace,
    query: Query,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    if (signal?.aborted) return new CancelledError(query.name);
    if (this.#isLost(db, error)) return new FatalError(db, error);
    if (error instanceof CorpusError) return error;
    try {
      await namespace.findFault(db, query, error);
    } catch (fault) {
      return fault;
    }
    return new QueryError(query.name, query.sql, error);
  }

  /** Whether this error, or one before it, was the database's last. */
  #isLost(db: Database, error: unknown): boolean {
    if (error instanceof EngineBootError || isFatal(error)) this.#lost.add(db);
    return this.#lost.has(db);
  }

  /** Errors while tables are made ready: fatal ones lead to a new start as well. */
  async #guard<T>(work: Promise<T>, query: Query): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof CorpusError || error instanceof FatalError) throw error;
      throw new QueryError(query.name, query.sql, error);
    }
  }

  /** Ends a database that answers nothing any more; the tables are attached again as queries ask for them. */
  async #recycle(broken: Database): Promise<void> {
    if (this.#database === null || (await this.#database.catch(() => null)) !== broken) return;
    this.#database = null;
    this.#namespaces.clear();
    this.progress.set({ steps: [], recycled: this.progress.get().recycled + 1 });
    await broken.close().catch(() => {});
  }

  #namespace(corpus: Corpus): Namespace {
    const known = this.#namespaces.get(corpus.baseUrl);
    if (known !== undefined) return known;
    const namespace = new Namespace(`corpus_${++this.#schemas}`, corpus, this.#host());
    this.#namespaces.set(corpus.baseUrl, namespace);
    return namespace;
  }

  #host(): Host {
    return {
      database: this.boot,
      fetcher: this.#fetcher,
      limits: this.#limits,
      progress: this.progress,
      exclusively: async (name, work, background) => {
        const db = await this.boot();
        return this.#queue.push(
          name,
          async () => {
            try {
              if (this.#lost.has(db)) throw new FatalError(db, null);
              return await work(db);
            } catch (error) {
              throw this.#isLost(db, error) ? new FatalError(db, error) : error;
            }
          },
          { background },
        );
      },
    };
  }
}
