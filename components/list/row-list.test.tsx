import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Corpus } from '@/lib/data';
import { rowLists } from './row-list';

/** What the engine would answer: 300 numbers, last first. */
const ORDER = Int32Array.from({ length: 300 }, (_, i) => 299 - i);
const asked = vi.hoisted(() => ({ orders: 0 }));
vi.mock('@/lib/data', () => ({
  runColumn: async () => {
    asked.orders++;
    return ORDER;
  },
  runQuery: async () => [...ORDER.subarray(0, 120)].map((no) => ({ no, total: ORDER.length })),
}));

const query = { name: 'order', from: [], sql: '', params: [], columns: {} };
const corpus = { baseUrl: 'https://corpus.example/', manifest: { tables: {} } } as unknown as Corpus;
const lists = () =>
  rowLists<{ no: number }, string, string>({
    name: 'numbers',
    table: 'trajectories',
    order: () => query,
    first: () => query as never,
    isWhole: () => false,
    rows: async (_, numbers) => numbers.map((no) => ({ no })),
    byId: async () => [],
    numberOf: ({ no }) => no,
    idOf: ({ no }) => String(no),
  });

afterEach(() => {
  cleanup();
  asked.orders = 0;
});

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

describe('a long list', () => {
  it('has its first rows and the count before the order, and the rest when it is asked for', async () => {
    const { useList, readRest } = lists();
    const { result } = renderHook(() => useList(corpus, '', '', null));
    await settle();
    const first = result.current.value!.order;
    expect([first.length, first[119], first[120]! < 0, asked.orders]).toEqual([300, 180, true, 0]);
    readRest(corpus);
    await settle();
    expect([result.current.value!.order, asked.orders]).toEqual([ORDER, 1]);
  });

  it('is whole for whoever needs all of it', async () => {
    const { useList, wholeOrder } = lists();
    const { result } = renderHook(() => useList(corpus, '', '', null));
    await settle();
    const { signal } = new AbortController();
    expect(await wholeOrder(corpus, result.current.value!.order, '', '', signal)).toEqual(ORDER);
    expect(asked.orders).toBe(1);
    expect(await wholeOrder(corpus, ORDER, '', '', signal)).toBe(ORDER);
    expect(asked.orders).toBe(1);
  });
});
