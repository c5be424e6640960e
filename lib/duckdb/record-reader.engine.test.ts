import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as queries from '../queries/index.ts';
import { hostOf, openMini, writeMiniCorpus, type Files } from '../testing/mini-corpus.ts';
import { steps } from '../testing/mini-trajectories.ts';
import { openNodeDatabase } from './node.ts';
import { readRecord } from './record-reader.ts';

let written: Files;
beforeAll(async () => {
  written = await writeMiniCorpus();
});

const ids = [...new Set(steps.map((step) => step.trajectory_id))];

describe('a record', () => {
  it('is read without the engine, in two requests for parts of its shard', async () => {
    const start = vi.fn(openNodeDatabase);
    const asked: (string | null)[] = [];
    const { engine, corpus } = await openMini(written, {
      open: start,
      onRequest: (path, range) => path.startsWith('steps') && asked.push(range),
    });
    const [id] = ids;
    const rows = await engine.run(corpus, queries.trajectoryFirstSteps(id!));
    expect(rows).toHaveLength(steps.filter((step) => step.trajectory_id === id).length);
    expect(start).not.toHaveBeenCalled();
    expect(asked).toHaveLength(2);
    expect(asked).not.toContain(null);
  });

  it('has the rows that the engine gives', async () => {
    const { engine, corpus } = await openMini(written);
    await engine.boot();
    for (const id of [...ids, 'runs:unknown', 'a', '\u{10ffff}']) {
      const rows = await readRecord(corpus, queries.trajectoryFirstSteps(id), hostOf(written));
      expect(rows, id).toEqual(await engine.run(corpus, queries.trajectoryFirstSteps(id)));
    }
  });

  it.each([
    ['the host answers no ranges', { ranges: false }],
    ['the shard is of another size', {}],
  ])('is left to the engine where %s', async (_, options) => {
    const { engine, corpus } = await openMini(written, options);
    const [shard] = corpus.manifest.tables.steps!.shards;
    const files = new Map(written);
    if (!('ranges' in options)) files.set(shard!.path, new Uint8Array([...written.get(shard!.path)!, 0]));
    const query = queries.trajectoryFirstSteps(ids[0]!);
    await expect(readRecord(corpus, query, hostOf(files, options))).rejects.toThrow(/answered/);
    expect((await engine.run(corpus, query)).length).toBeGreaterThan(0);
  });
});
