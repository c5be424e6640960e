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
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json(url === LIST ? list : { of: url });
  });
});

afterEach(() => {
  delete window.forgeReadAhead;
  window.history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

/** Runs the script as the head of a page does. */
async function open(search: string): Promise<void> {
  window.history.replaceState(null, '', `/trajectories/view/${search}`);
  // oxlint-disable-next-line no-new-func -- a page runs it as text, too
  new Function(READ_AHEAD_SCRIPT)();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('what is read ahead', () => {
  it.each([
    ['', `${window.location.origin}/corpora/first/corpus.json`],
    ['?corpus=far&id=x', 'https://corpus.example/far/corpus.json'],
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

  it('is given once; whoever asks again asks the host', async () => {
    await open('');
    expect(await (await fetchReadAhead(LIST)).json()).toEqual(list);
    expect(asked.filter((url) => url === LIST)).toHaveLength(1);
    expect(await (await fetchReadAhead(LIST)).json()).toEqual(list);
    expect(asked.filter((url) => url === LIST)).toHaveLength(2);
  });
});
