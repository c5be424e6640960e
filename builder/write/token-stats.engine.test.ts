import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BUCKETS } from '../../lib/corpus/index.ts';
import { openDatabase, type Database } from './duckdb.ts';
import { makeTokenStats } from './token-stats.ts';

let db: Database;
let scratch: string;

/** More domains than have a bucket of their own: `d000` has one token, `d001` two … */
const DOMAINS = MAX_BUCKETS + 3;

beforeAll(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'forge-token-stats-'));
  db = await openDatabase({ scratch, memoryMb: 200 });
  await db.run(`
    CREATE TABLE apis AS SELECT 'docs' AS source, printf('d%03d', i) AS domain, i + 1 AS doc_tokens, 4 * (i + 1) AS _chars,
      5 * (i + 1) AS _bytes, if(i % 2 = 0, 'MIT', NULL) AS _licence, 2 AS n_params, false AS declared FROM range(${DOMAINS}) r(i);
    INSERT INTO apis VALUES ('docs', 'd000', 1000, 1000, 1000, NULL, 0, true);
    CREATE TABLE trajectories AS SELECT 'runs' AS source, 'web' AS domain, t AS tokens, t AS _chars, t AS _bytes, 2 AS n_steps,
      0 AS n_calls, 0 AS tokens_system, 0 AS tokens_user, t AS tokens_assistant, 3 AS tokens_reasoning, 0 AS tokens_calls,
      0 AS tokens_observations, [t - 3, 3] AS _step_tokens FROM (VALUES (10), (40)) v(t);
    CREATE TABLE documents (source VARCHAR, component VARCHAR, language VARCHAR, licence VARCHAR, tokens INTEGER, chars INTEGER, bytes INTEGER);
    INSERT INTO documents VALUES ('files', 'code', 'TypeScript', 'MIT', 29, 90, 100), ('files', 'code', NULL, 'MIT', 0, 0, 0),
      ('files', 'text', 'Markdown', 'CC0-1.0', 25, 100, 100)`);
  await db.run(`CREATE TABLE duplicates AS SELECT 'files' AS source, 'code' AS component, kind, tokens AS _tokens
    FROM (VALUES ('exact', 3), ('exact', 4), ('near', 29)) v(kind, tokens)`);
  await makeTokenStats(db);
});

afterAll(() => {
  db.close();
  rmSync(scratch, { recursive: true, force: true });
});

const stats = (select: string) => db.rows(`SELECT ${select}`);

describe('token_stats', () => {
  it('has the whole, without what trajectories declare', async () => {
    const total = (DOMAINS * (DOMAINS + 1)) / 2;
    const rows =
      await stats(`statistic, value FROM token_stats WHERE source = 'docs' AND dimension = '' AND measure = 'tokens'
      AND statistic IN ('count', 'sum', 'min', 'max') ORDER BY statistic`);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['count', DOMAINS],
      ['max', DOMAINS],
      ['min', 1],
      ['sum', total],
    ]);
  });

  it('has a bucket for each value of most tokens, and one for the rest', async () => {
    const buckets = await stats(`bucket, value FROM token_stats WHERE dimension = 'domain' AND source = 'docs'
      AND measure = 'tokens' AND statistic = 'sum' ORDER BY bucket`);
    expect(buckets).toHaveLength(MAX_BUCKETS + 1);
    expect(buckets[0]).toEqual({ bucket: '(other)', value: 1 + 2 + 3 });
    expect(buckets[1]).toEqual({ bucket: 'd003', value: 4 });
  });

  it('has records of no value in the bucket of no name', async () => {
    const rows = await stats(`bucket, value FROM token_stats WHERE dimension = 'language' AND source = 'files'
      AND component = 'code' AND measure = 'tokens' AND statistic = 'count' ORDER BY bucket`);
    expect(rows).toEqual([
      { bucket: '', value: 1 },
      { bucket: 'TypeScript', value: 1 },
    ]);
  });

  it('bins tokens per byte by hundredths, and leaves out what has no bytes', async () => {
    const rows = await stats(`lower, upper, records, tokens FROM token_stats
      WHERE source = 'files' AND component = 'code' AND dimension = '' AND measure = 'tokens_per_byte' AND statistic = 'histogram'`);
    expect(rows).toEqual([{ lower: 0.29, upper: 0.3, records: 1, tokens: 29 }]);
  });

  it('weighs each bin by tokens, whatever it measures', async () => {
    const rows = await stats(`lower, records, tokens, value FROM token_stats
      WHERE source = 'runs' AND dimension = '' AND measure = 'steps' AND statistic = 'histogram'`);
    expect(rows).toEqual([{ lower: 2, records: 2, tokens: 50, value: 4 }]);
  });

  it('measures each step', async () => {
    const rows = await stats(
      `lower, records, tokens FROM token_stats WHERE measure = 'step_tokens' AND statistic = 'histogram' ORDER BY lower`,
    );
    expect(rows).toEqual([
      { lower: 3, records: 2, tokens: 6 },
      { lower: 7, records: 1, tokens: 7 },
      { lower: 32, records: 1, tokens: 37 },
    ]);
  });

  it('breaks down by dimension what is meant to be, and nothing else', async () => {
    const rows = await stats(`DISTINCT measure FROM token_stats WHERE dimension <> '' ORDER BY measure`);
    expect(rows.map((row) => Object.values(row)[0])).toEqual(['bytes', 'chars', 'tokens', 'tokens_per_byte']);
  });

  it('has exact quantiles, and says so', async () => {
    const rows = await stats(`value, error FROM token_stats
      WHERE source = 'runs' AND dimension = '' AND measure = 'tokens' AND statistic = 'quantile' AND lower = 0.5`);
    expect(rows).toEqual([{ value: 25, error: 0 }]);
  });

  it('counts the tokens of duplicates', async () => {
    const rows = await stats(`measure, statistic, value FROM token_stats
      WHERE measure LIKE 'duplicate%' AND statistic IN ('count', 'sum') ORDER BY measure, statistic`);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['duplicate_exact', 'count', 2],
      ['duplicate_exact', 'sum', 7],
      ['duplicate_near', 'count', 1],
      ['duplicate_near', 'sum', 29],
    ]);
  });

  it('takes quantiles of large groups from the bins, and says what they are off by at most', async () => {
    const exact = `SELECT measure, component, dimension, bucket, source, lower, value FROM token_stats WHERE statistic = 'quantile'`;
    await db.run(`CREATE TABLE exact AS ${exact}; DROP TABLE token_stats`);
    await makeTokenStats(db, 100);
    const [found] = await stats(`count(*) AS quantiles, count(*) FILTER (error > 0) AS estimated,
        count(*) FILTER (abs(s.value - e.value) > error + 1e-9) AS wrong, count(*) FILTER (e.value IS NULL) AS missing
      FROM token_stats s FULL JOIN exact e USING (measure, component, dimension, bucket, source, lower) WHERE statistic = 'quantile'`);
    const [all] = await stats('count(*) AS n FROM exact');
    expect(found).toMatchObject({ quantiles: Object.values(all!)[0], wrong: 0, missing: 0 });
    const [large] = await stats(`count(*) AS n FROM token_stats WHERE statistic = 'quantile' AND error > 0
      AND (source <> 'docs' OR dimension NOT IN ('', 'licence', 'language'))`);
    expect(large).toEqual({ n: 0 });
    expect(found!['estimated' as keyof typeof found]).toBeGreaterThan(0);
  });
});
