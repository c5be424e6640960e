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
import { fetchCorpora, openCorpus } from './corpus-file.ts';

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

const truncated = (files: Files) => files.set('apis-0.parquet', files.get('apis-0.parquet')!.slice(0, -9));
const flipped = (files: Files) =>
  files.set(
    'apis-0.parquet',
    files.get('apis-0.parquet')!.map((byte, i) => (i === 100 ? byte ^ 1 : byte)),
  );

const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

function openWith(text: string | null) {
  const files: Files = new Map(text === null ? [] : [['corpus.json', new TextEncoder().encode(text)]]);
  return failure(openCorpus(MINI_URL.slice(0, -1), hostOf(files)));
}

describe('damaged files', () => {
  it.each([
    ['missing', (files: Files) => files.delete('apis-0.parquet')],
    ['wrong-size', truncated],
    ['wrong-hash', flipped],
  ] as const)('says what is wrong with a file: %s', async (fault, change) => {
    const { engine, corpus } = await open(change);
    const error = await failure(engine.run(corpus, everything));
    expect(error).toMatchObject({ code: 'shard', fault, table: 'apis', url: `${MINI_URL}apis-0.parquet` });
    expect(error.message).toContain('apis-0.parquet');
    expect(error.advice).not.toBe('');
    // The rest of the corpus still works.
    expect(await engine.run(corpus, doc)).toHaveLength(1);
  });

  it('says that a file is no Parquet, though its size and hash are as declared', async () => {
    const garbage = new TextEncoder().encode('PAR1 nothing PAR1');
    const { engine, corpus } = await open((files) => {
      files.set('apis-0.parquet', garbage);
      editManifest(files, ({ tables }) =>
        Object.assign(tables.apis!.shards[0]!, { bytes: garbage.byteLength, sha256: 'dc9c8a' }),
      );
    });
    vi.stubGlobal('crypto', {});
    const error = await failure(engine.run(corpus, everything));
    vi.unstubAllGlobals();
    expect(error).toMatchObject({ code: 'shard', fault: 'corrupt' });
  });

  it('names the column of a table that another version wrote', async () => {
    const { engine, corpus } = await open((files) => {
      const other = files.get('calls-0.parquet')!;
      files.set('trajectories-0.parquet', other);
      editManifest(files, ({ tables }) => {
        const { bytes, sha256 } = tables.calls!.shards[0]!;
        Object.assign(tables.trajectories!.shards[0]!, { bytes, sha256 });
      });
    });
    const error = await failure(engine.run(corpus, queries.trajectory('x')));
    expect(error).toMatchObject({ code: 'schema', table: 'trajectories', column: 'trajectory_no' });
  });

  it('fetches a file again once it is back', async () => {
    const files = new Map(written);
    const bytes = files.get('apis-0.parquet')!;
    files.delete('apis-0.parquet');
    const { engine, corpus } = await openMini(files);
    expect(await failure(engine.run(corpus, everything))).toMatchObject({ fault: 'missing' });
    files.set('apis-0.parquet', bytes);
    expect(await engine.run(corpus, everything)).toHaveLength(7);
  });

  it('loads files whole where the host answers no ranges, says so, and refuses those that are too large', async () => {
    const small = await open(undefined, { ranges: false });
    expect(await small.engine.run(small.corpus, doc)).toHaveLength(1);
    expect(small.engine.progress.get().notes).toEqual([
      expect.stringContaining('corpus.example does not answer Range'),
    ]);
    const large = await open(undefined, { ranges: false, limits: { file: 10 } });
    expect(await failure(large.engine.run(large.corpus, doc))).toMatchObject({ code: 'shard', fault: 'no-range' });
  });
});

describe('the manifest', () => {
  it.each([
    ['missing', null],
    ['not-json', '<!doctype html>'],
    ['not-a-corpus', '{"format":"other"}'],
    ['newer-version', '{"format":"forge-corpus","version":99}'],
  ] as const)('says what is wrong: %s', async (fault, text) => {
    expect(await openWith(text)).toMatchObject({ code: 'manifest', fault, url: `${MINI_URL}corpus.json` });
  });

  it('says that the host cannot be reached', async () => {
    expect(await failure(openCorpus(MINI_URL, unreachable))).toMatchObject({
      code: 'manifest',
      fault: 'network',
      retryable: true,
    });
  });

  it('lists corpora with absolute addresses, and skips entries that are none', async () => {
    const list = { corpora: [{ name: 'a', title: 'A', url: '/corpora/a/' }, { name: 1 }, null] };
    const host = () => Promise.resolve(Response.json(list));
    expect(await fetchCorpora('https://site.example/corpora.json', host)).toEqual([
      { name: 'a', title: 'A', url: 'https://site.example/corpora/a/' },
    ]);
    expect(
      await failure(fetchCorpora('https://site.example/corpora.json', () => Promise.resolve(Response.json([])))),
    ).toMatchObject({ code: 'manifest' });
  });
});
