import { act, cleanup, configure, render, screen } from '@testing-library/react';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { Component, Suspense, type ReactNode } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Engine } from '../duckdb/engine.ts';
import { openNodeDatabase } from '../duckdb/node.ts';
import { apiCount, apiOrder, NO_FILTER } from '../queries/index.ts';
import { BY_ID } from '../queries/sorts.ts';
import { hostOf, MINI_URL, writeMiniCorpus, type Files } from '../testing/mini-corpus.ts';
import { CorpusProvider, retry, useColumn, useCorpora, useCorpus, useDeferred, useQuery } from './index.ts';

// The engine starts anew in each test, on a machine that may be busy.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let files: Files;
const state = vi.hoisted(() => ({ engine: null as unknown, list: [] as unknown[] }));
vi.mock('./engine.ts', () => ({
  get engine() {
    return state.engine;
  },
}));

beforeAll(async () => {
  files = await writeMiniCorpus();
});

beforeEach(() => {
  state.list = [{ name: 'mini', title: 'Miniature', url: MINI_URL }];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) =>
    String(input).endsWith('/corpora.json') ? Response.json({ corpora: state.list }) : hostOf(files)(input, init),
  );
  state.engine = new Engine(openNodeDatabase, (...request) => fetch(...request));
});

afterEach(() => {
  cleanup();
  retry();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

class Boundary extends Component<{ readonly children: ReactNode }> {
  override readonly state: { error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const again = () => {
      retry();
      this.setState({ error: null });
    };
    return <button onClick={again}>{error.message}</button>;
  }
}

function show(children: ReactNode, searchParams = '') {
  return act(async () =>
    render(
      <NuqsTestingAdapter searchParams={searchParams}>
        <CorpusProvider>
          <Boundary>
            <Suspense fallback="loading">{children}</Suspense>
          </Boundary>
        </CorpusProvider>
      </NuqsTestingAdapter>,
    ),
  );
}

function Title() {
  return <h1>{useCorpus().manifest.title}</h1>;
}

function List() {
  return <p>{useCorpora().map(({ name, url }) => `${name} ${url}`)}</p>;
}

function Count({ q = '' }: { readonly q?: string }) {
  const { value, stale } = useDeferred({ ...NO_FILTER, q });
  const [row] = useQuery(apiCount(value));
  const order = useColumn(apiOrder(value, BY_ID));
  return (
    <p data-stale={stale}>
      {row?.apis} of {order.length}
    </p>
  );
}

describe('useCorpus', () => {
  it('opens the first corpus, one by name, and one by address', async () => {
    await show(<Title />);
    expect(await screen.findByText('Miniature')).toBeTruthy();
    cleanup();
    await show(<Title />, '?corpus=mini');
    expect(await screen.findByText('Miniature')).toBeTruthy();
    cleanup();
    await show(<Title />, `?corpus=${encodeURIComponent(MINI_URL)}`);
    expect(await screen.findByText('Miniature')).toBeTruthy();
  });

  it('says that no corpus has the name, and opens it once there is one', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await show(<Title />, '?corpus=other');
    const button = await screen.findByText(/No corpus of this name/);
    state.list = [{ name: 'other', title: 'Other', url: MINI_URL }];
    await act(async () => button.click());
    expect(await screen.findByText('Miniature')).toBeTruthy();
  });

  it('lists the corpora', async () => {
    await show(<List />);
    expect(await screen.findByText(`mini ${MINI_URL}`)).toBeTruthy();
  });
});

describe('useQuery', () => {
  it('suspends, then shows rows; a new value keeps the old rows on screen until its own are there', async () => {
    const { rerender } = await show(<Count />);
    expect(await screen.findByText('7 of 7')).toBeTruthy();
    await act(async () =>
      rerender(
        <NuqsTestingAdapter>
          <CorpusProvider>
            <Boundary>
              <Suspense fallback="loading">
                <Count q="pay" />
              </Suspense>
            </Boundary>
          </CorpusProvider>
        </NuqsTestingAdapter>,
      ),
    );
    expect(screen.queryByText('loading')).toBeNull();
    expect((await screen.findByText('4 of 4')).dataset['stale']).toBe('false');
  });

  it('throws what went wrong to the nearest boundary, and works after retry', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const bytes = files.get('apis-0.parquet')!;
    files.delete('apis-0.parquet');
    await show(<Count q="create" />);
    const button = await screen.findByText(/a file is missing.*apis-0\.parquet/);
    files.set('apis-0.parquet', bytes);
    await act(async () => button.click());
    expect(await screen.findByText('2 of 2')).toBeTruthy();
  });
});
