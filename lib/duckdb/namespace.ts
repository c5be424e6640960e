/** One opened corpus in the database: a schema of its own, in which tables appear as queries ask for them. */
import type { Query, TableName, TableUse } from '../corpus/index.ts';
import type { Shard } from '../corpus/manifest.ts';
import { shardsOf } from '../corpus/shard-ranges.ts';
import type { Corpus } from './corpus-file.ts';
import { enterSchema } from './current-schema.ts';
import type { Database } from './database.ts';
import { createSchema, createView, describeFile, findMismatch, loadTable, placeTable } from './ddl.ts';
import { reason, SchemaMismatchError, ShardError } from './errors.ts';
import { fitsInMemory, isSmall, tableOf, type Limits } from './limits.ts';
import { memoise } from './memoise.ts';
import type { ProgressStore } from './progress.ts';
import { toRows } from './rows.ts';
import { SharedResults } from './shared-results.ts';
import { fetchShard, orCorrupt, probeShard, shardUrl } from './shard-files.ts';

/** What a namespace needs of the engine. */
export interface Host {
  readonly database: () => Promise<Database>;
  /** Runs work on the database alone, before queries. */
  readonly exclusively: <T>(name: string, work: (db: Database) => Promise<T>, background?: boolean) => Promise<T>;
  readonly fetcher: typeof fetch;
  readonly limits: Limits;
  readonly progress: ProgressStore;
}

/** Files that have to stand behind the tables of one query; tables in memory are not among them. */
export type Views = ReadonlyMap<TableName, readonly string[]>;

export class Namespace {
  readonly schema: string;
  readonly #corpus: Corpus;
  readonly #host: Host;
  readonly #loading = new Map<TableName, Promise<void>>();
  /** Tables that are in memory. */
  readonly #loaded = new Set<TableName>();
  /** Tables whose load behind all else was begun; it is not begun again where it failed. */
  readonly #begun = new Set<TableName>();
  readonly #files = new Map<string, Promise<string>>();
  readonly #views = new Map<TableName, string>();
  readonly #results: SharedResults;
  #created = false;

  constructor(schema: string, corpus: Corpus, host: Host) {
    this.schema = schema;
    this.#results = new SharedResults(schema);
    this.#corpus = corpus;
    this.#host = host;
  }

  /**
   * Has every table that a query reads in memory, or its files ready to be read.
   * @param background whether tables may wait until the database has nothing else to do
   * @throws ShardError, SchemaMismatchError
   */
  async ready(query: Pick<Query, 'from' | 'uses'>, background = false): Promise<Views> {
    const uses = [query, ...(query.uses ?? []).flatMap((use) => [use, use.lookup])].flatMap(({ from }) => from);
    const shards = new Map<TableName, Set<Shard>>();
    const loads = new Set<TableName>();
    const behind = new Set<TableName>();
    for (const use of uses) {
      const table = tableOf(use);
      if (this.#loaded.has(table)) continue;
      if (this.#isLoadedAtOnce(use)) loads.add(table);
      else shards.set(table, new Set([...(shards.get(table) ?? []), ...this.#shardsOf(use)]));
      if (typeof use === 'string' && this.#fits(table)) behind.add(table);
    }
    for (const table of loads) shards.delete(table);
    const views = [...shards].map(async ([table, set]) => [table, await this.#filesOf(table, set)] as const);
    const [ready] = await Promise.all([
      Promise.all(views),
      Promise.all([...loads].map((table) => this.#load(table, background))),
    ]);
    for (const table of behind) this.#loadBehind(table);
    return new Map(ready.filter(([table]) => !this.#loaded.has(table)));
  }

  /** Files ready to be read; none where the host knows no ranges, and the table has to be loaded whole for that. */
  async #filesOf(table: TableName, set: ReadonlySet<Shard>): Promise<readonly string[]> {
    try {
      return await Promise.all([...set].map((shard) => this.#file(table, shard)));
    } catch (error) {
      if (!(error instanceof ShardError) || error.fault !== 'no-range' || !this.#fits(table)) throw error;
      await this.#load(table, false);
      return [];
    }
  }

  #fits(table: TableName): boolean {
    return fitsInMemory(this.#corpus.manifest, table, this.#host.limits);
  }

  /** Whether a query waits until the table is in memory. */
  #isLoadedAtOnce(use: TableUse): boolean {
    const table = tableOf(use);
    if (!this.#fits(table) || this.#begun.has(table)) return false;
    return this.#loading.has(table) || isSmall(this.#corpus.manifest, use, this.#host.limits);
  }

  /** Begins to load a table that is read by ranges meanwhile. */
  #loadBehind(table: TableName): void {
    if (this.#begun.has(table) || this.#isLoadedAtOnce(table)) return;
    this.#begun.add(table);
    // Where it fails the table is read by ranges as before, and that says what is wrong.
    this.#load(table, true).catch(() => {});
  }

  /** Makes the schema, the views and the shared results of a query, as far as they are not there yet. */
  async enter(db: Database, query: Query, views: Views): Promise<void> {
    await this.#create(db);
    await enterSchema(db, this.schema);
    for (const [table, files] of views) {
      if (this.#loaded.has(table)) continue;
      const wanted = files.join('\n');
      if (this.#views.get(table) === wanted) continue;
      await db.run(createView(this.schema, table, files), []);
      this.#views.set(table, wanted);
    }
    for (const use of query.uses ?? []) await this.#results.have(db, use);
  }

  /**
   * After a query over files failed: forgets what was read of them, since the engine keeps pages of a failed read, and
   * looks which file is not as it should be.
   * @throws ShardError where one is missing, of another size, or does not decompress; returns where all are well
   */
  async findFault(db: Database, query: Query, error: unknown): Promise<void> {
    const uses = query.from.filter((use) => !this.#loaded.has(tableOf(use)));
    const files = uses.flatMap((use) => this.#shardsOf(use).map((shard) => ({ table: tableOf(use), shard })));
    for (const { table, shard } of files) {
      this.#views.delete(table);
      if (this.#files.delete(shard.path)) await db.dropFile(this.#fileName(shard)).catch(() => {});
    }
    for (const { table, shard } of files)
      await probeShard(shardUrl(this.#corpus, shard), table, shard, this.#host.fetcher);
    const [first] = files;
    if (first !== undefined && /decompress|zstd|snappy|gzip|thrift|parquet/i.test(reason(error))) {
      throw new ShardError('corrupt', first.table, shardUrl(this.#corpus, first.shard), reason(error), error);
    }
  }

  #shardsOf(use: TableUse): readonly Shard[] {
    if (typeof use === 'string') return this.#corpus.manifest.tables[use]?.shards ?? [];
    return shardsOf(this.#corpus.manifest.tables[use.table]?.shards ?? [], use.id);
  }

  #load(table: TableName, background: boolean): Promise<void> {
    return memoise(this.#loading, table, () => this.#loadTable(table, background));
  }

  async #loadTable(table: TableName, background: boolean): Promise<void> {
    const { progress } = this.#host;
    const step = `${this.schema}/${table}`;
    const { shards, bytes } = this.#corpus.manifest.tables[table]!;
    progress.step(step, { label: table, total: bytes, files: [0, shards.length], loaded: 0, state: 'loading' });
    try {
      const contents = await this.#fetchAll(table, shards, step);
      progress.step(step, { state: 'preparing' });
      await this.#fillTable(table, shards, contents, background);
      progress.step(step, { state: 'ready' });
    } catch (error) {
      progress.step(step, { state: 'failed' });
      throw error;
    }
  }

  async #fetchAll(table: TableName, shards: readonly Shard[], step: string): Promise<Uint8Array[]> {
    const { progress, fetcher } = this.#host;
    const loaded = shards.map(() => 0);
    let done = 0;
    return Promise.all(
      shards.map(async (shard, index) => {
        const bytes = await fetchShard(shardUrl(this.#corpus, shard), table, shard, fetcher, (count) => {
          loaded[index] = count;
          progress.step(step, { loaded: loaded.reduce((sum, value) => sum + value, 0) });
        });
        progress.step(step, { files: [++done, shards.length] });
        return bytes;
      }),
    );
  }

  /** Each statement has its own turn, so that a query that comes meanwhile waits for one and not for all. */
  async #fillTable(
    table: TableName,
    shards: readonly Shard[],
    contents: readonly Uint8Array[],
    background: boolean,
  ): Promise<void> {
    // Another name than that of the file that is read by ranges meanwhile.
    const files = shards.map((shard) => `whole/${this.#fileName(shard)}`);
    const rows = shards.reduce((sum, shard) => sum + shard.rows, 0);
    const holders = new Set<Database>();
    const inTurn = (work: (db: Database) => Promise<void>) =>
      this.#host.exclusively(
        `load ${table}`,
        async (db) => {
          holders.add(db);
          await this.#create(db);
          await enterSchema(db, this.schema);
          await work(db);
        },
        background,
      );
    try {
      await inTurn(async (db) => {
        for (const [index, file] of files.entries()) {
          await db.registerBuffer(file, contents[index]!);
          await this.#checkColumns(db, table, shards[index]!, file);
        }
      });
      for (const statement of loadTable(table, files, { rows, slice: this.#host.limits.slice })) {
        await inTurn(async (db) => {
          await orCorrupt(table, shardUrl(this.#corpus, shards[0]!), () => db.run(statement, []));
        });
      }
      await inTurn((db) => this.#place(db, table, shards));
    } finally {
      // Only where a database came to hold them: asking for one here would start it anew after it failed to start,
      // and keep a failed load alive for whoever tries again meanwhile.
      for (const db of holders) for (const file of files) await db.dropFile(file).catch(() => {});
    }
  }

  /** From here on the table is read from memory. */
  async #place(db: Database, table: TableName, shards: readonly Shard[]): Promise<void> {
    if (this.#views.delete(table)) await db.run(`DROP VIEW IF EXISTS ${this.schema}."${table}"`, []);
    for (const statement of placeTable(this.schema, table)) await db.run(statement, []);
    this.#loaded.add(table);
    for (const shard of shards) if (this.#files.delete(shard.path)) await db.dropFile(this.#fileName(shard));
  }

  #file(table: TableName, shard: Shard): Promise<string> {
    return memoise(this.#files, shard.path, async () => {
      const url = shardUrl(this.#corpus, shard);
      const file = this.#fileName(shard);
      const contents = await this.#wholeIfNeeded(table, shard, url);
      await this.#host.exclusively(`open ${table}`, async (db) => {
        await (contents === null ? db.registerUrl(file, url) : db.registerBuffer(file, contents));
        await this.#checkColumns(db, table, shard, file);
      });
      return file;
    });
  }

  /** @returns the shard's bytes where it cannot be read by ranges, else null. */
  async #wholeIfNeeded(table: TableName, shard: Shard, url: string): Promise<Uint8Array | null> {
    const { fetcher, progress } = this.#host;
    const [byRange, db] = await Promise.all([probeShard(url, table, shard, fetcher), this.#host.database()]);
    if (byRange && db.readsUrls) return null;
    if (shard.bytes > this.#host.limits.file) throw new ShardError('no-range', table, url, `${shard.bytes} bytes`);
    if (!byRange) progress.note(`${new URL(url).host} does not answer Range requests: files are loaded whole.`);
    const step = `${this.schema}/${shard.path}`;
    progress.step(step, { label: shard.path, total: shard.bytes });
    try {
      const bytes = await fetchShard(url, table, shard, fetcher, (loaded) => progress.step(step, { loaded }));
      progress.step(step, { state: 'ready', files: [1, 1] });
      return bytes;
    } catch (error) {
      progress.step(step, { state: 'failed' });
      throw error;
    }
  }

  async #checkColumns(db: Database, table: TableName, shard: Shard, file: string): Promise<void> {
    const url = shardUrl(this.#corpus, shard);
    const described = await orCorrupt(table, url, () => db.run(describeFile(file), []));
    const text = { type: 'text', doc: '' } as const;
    const rows = toRows(described, { column_name: text, column_type: text }, 'describe');
    const mismatch = findMismatch(table, new Map(rows.map((row) => [row.column_name, row.column_type])));
    if (mismatch !== null) throw new SchemaMismatchError(table, mismatch.column, `${mismatch.detail} (${url})`);
  }

  async #create(db: Database): Promise<void> {
    if (!this.#created) await db.run(createSchema(this.schema), []);
    this.#created = true;
  }

  #fileName(shard: Shard): string {
    return `${this.schema}/${shard.path}`;
  }
}
