import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as queries from '../queries/index.ts';
import {
  editManifest,
  failure,
  hostOf,
  MINI_URL,
  openMini,
  writeMiniCorpus,
  type Files,
  type HostOptions,
} from '../testing/mini-corpus.ts';
import { openCorpus } from './corpus-file.ts';
import type { Database } from './database.ts';
import { CancelledError, EngineBootError, QueryError } from './errors.ts';
import { steps } from '../testing/mini-trajectories.ts';
import { openNodeDatabase } from './node.ts';

let written: Files;
beforeAll(async () => {
  written = await writeMiniCorpus();
});

const everything = queries.apiOrder(queries.NO_FILTER, queries.BY_ID);
const doc = queries.apiDoc('tools.example/local/read_file');

async function open(change: (files: Files) => void = () => {}, options: HostOptions = {}) {
  const files = new Map(written);
  change(files);
  return openMini(files, options);
}

/** Starts databases whose first statements of a kind fail with a message. */
function breaking(pattern: RegExp, message: string, times = 1) {
  let left = times;
  return async (): Promise<Database> => {
    const db = await openNodeDatabase();
    const run: Database['run'] = async (sql, params) => {
      if (pattern.test(sql) && left-- > 0) throw new Error(message);
      return db.run(sql, params);
    };
    return { ...db, run, runSliced: run };
  };
}

const search = (q: string) => ({ ...queries.NO_FILTER, q });

describe('tables', () => {
  it('loads a light table once, and only when a query asks for it', async () => {
    const asked: string[] = [];
    const { engine, corpus } = await open(undefined, { onRequest: (path) => asked.push(path) });
    expect(asked).toEqual(['corpus.json']);
    await Promise.all([engine.run(corpus, everything), engine.run(corpus, queries.apiCount(queries.NO_FILTER))]);
    await engine.run(corpus, everything);
    expect(asked).toEqual(['corpus.json', 'apis-0.parquet']);
    expect(engine.progress.get().steps.at(-1)).toMatchObject({ label: 'apis', state: 'ready', files: [1, 1] });
  });

  it('opens only the shard that may hold an id', async () => {
    const asked: string[] = [];
    const { engine, corpus } = await open(undefined, { onRequest: (path) => asked.push(path) });
    expect(await engine.run(corpus, doc)).toHaveLength(1);
    expect(new Set(asked)).toEqual(new Set(['corpus.json', 'api_docs-1.parquet']));
  });

  it('answers from files while a large table is loaded behind, then from memory, alike', async () => {
    const asked: (string | null)[] = [];
    const { engine, corpus } = await open(undefined, {
      limits: { atOnce: 0 },
      onRequest: (path, range) => path.startsWith('apis') && asked.push(range),
    });
    const first = await engine.run(corpus, everything);
    expect(asked[0]).toBe('bytes=0-3');
    await vi.waitFor(() =>
      expect(engine.progress.get().steps.find(({ label }) => label === 'apis')?.state).toBe('ready'),
    );
    const requests = asked.length;
    expect(await engine.run(corpus, everything)).toEqual(first);
    expect(asked).toHaveLength(requests);
  });

  it('loads a table of many rows in slices behind all else, in the order of its numbers', async () => {
    const filled: string[] = [];
    const watched = async (): Promise<Database> => {
      const db = await openNodeDatabase();
      const run: Database['run'] = (sql, params) => {
        if (/^(CREATE OR REPLACE TABLE|INSERT INTO) "trajectories_loading"/.test(sql)) filled.push(sql);
        return db.run(sql, params);
      };
      return { ...db, run };
    };
    const { engine, corpus } = await open(undefined, { open: watched, limits: { cellsAtOnce: 0, slice: 1 } });
    const rows = queries.trajectoryRows([3, 0, 2]);
    const fromFile = await engine.run(corpus, rows);
    expect(fromFile.map((row) => row.trajectory_no)).toEqual([0, 2, 3]);
    await vi.waitFor(() =>
      expect(engine.progress.get().steps.find(({ label }) => label === 'trajectories')?.state).toBe('ready'),
    );
    expect(filled).toHaveLength(corpus.manifest.tables.trajectories!.rows);
    expect(await engine.run(corpus, rows)).toEqual(fromFile);
    const { trajectoryOrder, NO_TRAJECTORY_FILTER, BY_TRAJECTORY_ID } = queries;
    const order = await engine.runColumn(corpus, trajectoryOrder(NO_TRAJECTORY_FILTER, BY_TRAJECTORY_ID));
    expect([...order]).toEqual([0, 1, 2, 3]);
  });

  it('leaves a table of very many values in its files', async () => {
    const { engine, corpus } = await open(undefined, { limits: { cells: 0 } });
    expect(await engine.run(corpus, queries.trajectoryRows([1]))).toHaveLength(1);
    expect(engine.progress.get().steps.filter(({ label }) => label === 'trajectories')).toEqual([]);
  });

  it('asks the statement for tables in memory where they are', async () => {
    const question = {
      name: 'where',
      from: ['apis'],
      sql: "SELECT 'files' AS answer",
      params: [],
      inMemory: { sql: 'SELECT ? AS answer', params: ['memory'] },
      columns: { answer: { type: 'text', doc: 'Which statement.' } },
    } as const;
    const inMemory = await open();
    expect(await inMemory.engine.run(inMemory.corpus, question)).toEqual([{ answer: 'memory' }]);
    const inFiles = await open(undefined, { limits: { table: 0 } });
    expect(await inFiles.engine.run(inFiles.corpus, question)).toEqual([{ answer: 'files' }]);
  });

  it('loads nothing behind a record', async () => {
    const asked: string[] = [];
    const { engine, corpus } = await open(undefined, {
      limits: { forRecord: 0 },
      onRequest: (path) => asked.push(path),
    });
    expect(await engine.run(corpus, queries.trajectory('runs:route-1'))).toHaveLength(1);
    expect(engine.progress.get().steps.filter(({ label }) => label === 'trajectories')).toEqual([]);
  });

  it('gives the same answers whether light tables are in memory or stay in their files', async () => {
    const inMemory = await open();
    const inFiles = await open(undefined, { limits: { table: 0 } });
    const filter = { ...queries.NO_FILTER, q: 'pay', methods: ['GET', ''], tokens: [0, 900] } as const;
    for (const query of [
      everything,
      queries.apiOrder(filter, { column: 'domain', direction: 'desc' }),
      queries.apiFacets(filter),
      queries.apiFacets(queries.NO_FILTER),
      queries.apiRanges(filter),
      queries.apiGroups(filter),
      queries.apiNeighbours('maps.example/geo/getRoute', queries.NO_FILTER, queries.BY_ID),
      queries.apiCalls('bank.example/payments/createPayment'),
      queries.trajectoryFacets({ ...queries.NO_TRAJECTORY_FILTER, errors: true }),
      queries.trajectory('runs:route-1'),
      queries.exportRows(filter, queries.BY_ID, []),
    ]) {
      const expected = await inMemory.engine.run(inMemory.corpus, query);
      expect(await inFiles.engine.run(inFiles.corpus, query), query.name).toEqual(expected);
    }
  });

  it('is empty, not an error, where the corpus does not have the table', async () => {
    const { engine, corpus } = await open((files) => editManifest(files, ({ tables }) => delete tables.calls));
    expect(await engine.run(corpus, queries.apiCalls('bank.example/payments/createPayment'))).toEqual([]);
  });

  it('keeps two corpora apart', async () => {
    const host = hostOf(written);
    const { engine, corpus } = await open();
    const other = { ...(await openCorpus(MINI_URL, host)), baseUrl: 'https://corpus.example/other/' };
    await engine.run(corpus, everything);
    expect((await failure(engine.run(other, everything))).code).toBe('shard');
    expect(await engine.run(corpus, everything)).toHaveLength(7);
  });

  it('reads one int column as a typed array', async () => {
    const { engine, corpus } = await open();
    expect(await engine.runColumn(corpus, everything)).toEqual(Int32Array.of(0, 1, 2, 3, 4, 5, 6));
    expect((await failure(engine.runColumn(corpus, queries.apiNear('bank.example/payments/getPayment')))).code).toBe(
      'schema',
    );
  });
});

describe('the database', () => {
  it('starts once however many ask, and again after it failed', async () => {
    const start = vi.fn(openNodeDatabase);
    start.mockRejectedValueOnce(new EngineBootError('https://site.example/engine/', 'HTTP status 404'));
    const { engine, corpus } = await open(undefined, { open: start });
    expect(await failure(engine.run(corpus, everything))).toMatchObject({ code: 'engine-boot' });
    expect(engine.progress.get().state).toBe('failed');
    await Promise.all([engine.run(corpus, everything), engine.run(corpus, doc), engine.boot()]);
    expect(start).toHaveBeenCalledTimes(2);
    expect(engine.progress.get().state).toBe('ready');
  });

  it('starts after the record that a page begins with, once that is drawn', async () => {
    const start = vi.fn(openNodeDatabase);
    const { engine, corpus } = await open(undefined, { open: start });
    let draw: (() => void) | undefined;
    const drawn = new Promise<void>((resolve) => (draw = resolve));
    engine.expectRecord(() => drawn);
    const listed = engine.run(corpus, everything);
    expect(await engine.run(corpus, queries.trajectoryFirstSteps(steps[0]!.trajectory_id))).not.toHaveLength(0);
    expect(start).not.toHaveBeenCalled();
    draw?.();
    expect(await listed).toHaveLength(7);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('is not started once more to clean up after a table that it never held', async () => {
    const start = vi.fn(() => Promise.reject(new EngineBootError('https://site.example/engine/', 'offline')));
    const { engine, corpus } = await open(undefined, { open: start });
    await failure(engine.run(corpus, everything));
    const apis = () => engine.progress.get().steps.find(({ label }) => label === 'apis');
    await vi.waitFor(() => expect(apis()).toMatchObject({ state: 'failed' }));
    // Once for the query, once for the table, whose files came later.
    expect(start.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it.each(['FATAL Error: database has been invalidated', 'RuntimeError: unreachable', 'memory access out of bounds'])(
    'starts again after "%s" and answers all the same',
    async (message) => {
      const start = vi.fn(breaking(/ORDER BY api_no/, message));
      const { engine, corpus } = await open(undefined, { open: start });
      const [rows, count] = await Promise.all([
        engine.run(corpus, everything),
        engine.run(corpus, queries.apiCount(queries.NO_FILTER)),
      ]);
      expect([rows.length, count]).toEqual([7, [{ apis: 7 }]]);
      expect(start).toHaveBeenCalledTimes(2);
      expect(engine.progress.get().recycled).toBe(1);
    },
  );

  it('starts again when a table breaks it while loading', async () => {
    const { engine, corpus } = await open(undefined, {
      open: breaking(/^CREATE OR REPLACE TABLE/, 'RuntimeError: unreachable'),
    });
    expect(await engine.run(corpus, everything)).toHaveLength(7);
  });

  it('gives up on a query that breaks it twice, and goes on with others', async () => {
    const { engine, corpus } = await open(undefined, {
      open: breaking(/ORDER BY api_no/, 'RuntimeError: unreachable', 2),
    });
    expect(await failure(engine.run(corpus, everything))).toBeInstanceOf(QueryError);
    expect(await engine.run(corpus, everything)).toHaveLength(7);
  });

  it('says that a file is damaged inside, and reads it anew the next time', async () => {
    const { engine, corpus } = await open(undefined, {
      open: breaking(/FROM api_docs/, 'Invalid Error: ZSTD Decompression failure'),
    });
    expect(await failure(engine.run(corpus, doc))).toMatchObject({
      code: 'shard',
      fault: 'corrupt',
      table: 'api_docs',
    });
    expect(await engine.run(corpus, doc)).toHaveLength(1);
  });

  it('names the query that failed', async () => {
    const { engine, corpus } = await open();
    const wrong = { ...everything, name: 'wrong', sql: 'SELECT api_nr FROM apis' };
    const error = await failure(engine.run(corpus, wrong));
    expect(error).toMatchObject({ code: 'query', query: 'wrong', sql: 'SELECT api_nr FROM apis' });
    expect(error.message).toContain('api_nr');
    expect(await failure(engine.run(corpus, { ...everything, sql: "SELECT 'x' AS api_no" }))).toMatchObject({
      code: 'schema',
      column: 'api_no',
    });
    expect(await failure(engine.run(corpus, { ...everything, sql: 'SELECT NULL::INTEGER AS api_no' }))).toMatchObject({
      code: 'schema',
    });
  });
});

describe('cancellation', () => {
  it('drops a query whose signal or lane gave it up', async () => {
    const { engine, corpus } = await open();
    const abort = new AbortController();
    const given = engine.run(corpus, everything, { signal: abort.signal });
    abort.abort();
    expect(await failure(given)).toBeInstanceOf(CancelledError);
    await engine.run(corpus, everything);
    const typed = (q: string) => engine.run(corpus, queries.apiOrder(search(q), queries.BY_ID), { lane: 'search' });
    const [first, second] = await Promise.allSettled([typed('p'), typed('pa')]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('searches', () => {
  it('are made once for all statements that read them, and the oldest go', async () => {
    const statements: string[] = [];
    const { engine, corpus } = await open(undefined, {
      open: async () => {
        const db = await openNodeDatabase();
        return {
          ...db,
          run: (sql, params) => {
            statements.push(sql);
            return db.run(sql, params);
          },
        };
      },
    });
    const made = () => statements.filter((sql) => /^CREATE OR REPLACE TABLE .*search_/.test(sql)).length;
    await Promise.all([
      engine.run(corpus, queries.apiOrder(search('pay'), queries.BY_RELEVANCE)),
      engine.run(corpus, queries.apiFacets(search('pay'))),
      engine.run(corpus, queries.apiRanges(search('PAY'))),
    ]);
    expect(made()).toBe(1);
    for (const q of [...'abcdefghijklmnopqrstuvwx', 'pay']) await engine.run(corpus, queries.apiCount(search(q)));
    expect(made()).toBe(26);
    expect(statements.filter((sql) => sql.startsWith('DROP TABLE IF EXISTS')).length).toBe(2);
  });
});
