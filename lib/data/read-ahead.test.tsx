import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchReadAhead, READ_AHEAD_SCRIPT } from './read-ahead.ts';

const LIST = `${window.location.origin}/corpora.json`;
const asked: string[] = [];
let list: unknown;

beforeEach(() => {
  asked.length = 0;
  list = {
    corpora: [
      { name: 'first', url: 'corpora/first/' },
      { name: 'far', url: 'https://corpus.example/far' },
    ],
  };
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const range = new Headers(init?.headers).get('range');
    asked.push(range === null ? url : `${url} ${range}`);
    return Response.json(url === LIST ? list : url.endsWith('corpus.json') ? corpusFile : { of: url });
  });
});

afterEach(() => {
  delete window.forgeReadAhead;
  window.history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

const shard = (path: string, bytes: number, first_id: string, last_id: string) => ({ path, bytes, first_id, last_id });
const corpusFile = {
  tables: {
    steps: { shards: [shard('s0', 500_000, 'a', 'h'), shard('s1', 700_000, 'h', 'p'), shard('s2', 1_000, 'q', 'z')] },
  },
};

/** Runs the script as the head of a page does. */
async function open(search: string, page = '/trajectories/view/'): Promise<void> {
  window.history.replaceState(null, '', `${page}${search}`);
  // oxlint-disable-next-line no-new-func -- a page runs it as text, too
  new Function(READ_AHEAD_SCRIPT)();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('what is read ahead', () => {
  it.each([
    ['', `${window.location.origin}/corpora/first/corpus.json`],
    ['?corpus=far', 'https://corpus.example/far/corpus.json'],
  ])('is the list, and the corpus that %j names', async (search, manifest) => {
    await open(search);
    expect(asked).toEqual([LIST, manifest]);
  });

  it('is no more than the list where that knows no such corpus or is none, and nothing of another host', async () => {
    await open('?corpus=unknown');
    expect(asked).toEqual([LIST]);
    list = 'no list';
    await open('');
    expect(asked).toEqual([LIST, LIST]);
    await open('?corpus=https://corpus.example/other/');
    expect(asked).toEqual([LIST, LIST]);
  });

  it('is the end of each file that may hold the record of a link, and given to who asks for that', async () => {
    await open('?id=h');
    const at = `${window.location.origin}/corpora/first/`;
    const tails = [`${at}s0 bytes=368928-499999`, `${at}s1 bytes=568928-699999`];
    expect(asked).toEqual([LIST, `${at}corpus.json`, ...tails]);
    const range = (bytes: string) => fetchReadAhead(`${at}s0`, { headers: { Range: bytes } });
    await range('bytes=0-3');
    await range('bytes=368928-499999');
    expect(asked).toEqual([LIST, `${at}corpus.json`, ...tails, `${at}s0 bytes=0-3`]);
    asked.length = 0;
    await open('?id=q');
    expect(asked.at(-1)).toBe(`${at}s2 bytes=0-999`);
    asked.length = 0;
    await open('?id=h', '/apis/view/');
    expect(asked).toEqual([LIST, `${at}corpus.json`]);
  });

  it('is not asked for again where the page was faster', async () => {
    const manifest = `${window.location.origin}/corpora/first/corpus.json`;
    const opened = open('');
    await fetchReadAhead(LIST);
    await fetchReadAhead(manifest);
    await opened;
    expect(asked).toEqual([LIST, manifest]);
  });

  it('is the corpus at once where the page holds the list, which is not asked for', async () => {
    document.head.innerHTML = '<meta name="corpora">';
    document.querySelector('meta')!.content = JSON.stringify(list);
    await open('');
    document.head.innerHTML = '';
    expect(asked).toEqual([`${window.location.origin}/corpora/first/corpus.json`]);
    expect(await (await fetchReadAhead(LIST)).json()).toEqual(list);
    expect(asked).toHaveLength(1);
  });

  it('is given once; whoever asks again asks the host', async () => {
    await open('');
    expect(await (await fetchReadAhead(LIST)).json()).toEqual(list);
    expect(asked.filter((url) => url === LIST)).toHaveLength(1);
    expect(await (await fetchReadAhead(LIST)).json()).toEqual(list);
    expect(asked.filter((url) => url === LIST)).toHaveLength(2);
  });
});
