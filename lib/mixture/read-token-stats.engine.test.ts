import { beforeAll, describe, expect, it } from 'vitest';
import { readManifest, type Manifest } from '../corpus/manifest.ts';
import { writeMiniCorpus, type Files } from '../testing/mini-corpus.ts';
import { tokenStats } from '../testing/mini-stats.ts';
import { readTokenStats } from './read-token-stats.ts';

const neverAsked = () => Promise.reject(new Error('asked for'));

let files: Files;
let manifest: Manifest;

beforeAll(async () => {
  files = await writeMiniCorpus();
  const read = readManifest(JSON.parse(new TextDecoder().decode(files.get('corpus.json'))));
  if ('problem' in read) throw new Error(read.problem.kind);
  manifest = read.manifest;
});

describe('readTokenStats', () => {
  it('reads every row without the engine, shard after shard', async () => {
    const entry = manifest.tables.token_stats!;
    const twice = { ...manifest, tables: { token_stats: { ...entry, shards: [...entry.shards, ...entry.shards] } } };
    const rows = await readTokenStats(twice, async ({ path }) => files.get(path)!);
    expect(rows).toEqual([...tokenStats, ...tokenStats]);
  });

  it('has no rows where there is no table', async () => {
    expect(await readTokenStats({ ...manifest, tables: {} }, neverAsked)).toEqual([]);
  });

  it('says so where a shard is of another table, or no Parquet', async () => {
    const calls = manifest.tables.calls!.shards[0]!;
    await expect(readTokenStats(manifest, async () => files.get(calls.path)!)).rejects.toThrow('no column component');
    await expect(readTokenStats(manifest, async () => new TextEncoder().encode('no Parquet at all'))).rejects.toThrow();
  });
});
