import { describe, expect, it, vi } from 'vitest';
import { RowStore } from './row-store.ts';

interface Item {
  readonly id: number;
}

function deferredLoads() {
  const loads: {
    keys: readonly number[];
    isAhead: boolean;
    signal: AbortSignal;
    answer: () => void;
    fail: (error: Error) => void;
  }[] = [];
  const load = (keys: readonly number[], signal: AbortSignal, isAhead: boolean) =>
    new Promise<readonly Item[]>((resolve, reject) => {
      loads.push({ keys, isAhead, signal, answer: () => resolve(keys.map((id) => ({ id }))), fail: reject });
    });
  return { loads, load };
}

const keyOf = (item: Item) => item.id;
const order = Int32Array.from({ length: 100 }, (_, i) => 99 - i);
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('RowStore', () => {
  it('reads the window on screen first, then its neighbours, two at a time', async () => {
    const { loads, load } = deferredLoads();
    const store = new RowStore<number, Item>({ load, keyOf, windowSize: 10, ahead: 1 });
    store.show(order, 22, 28);
    expect(loads.map(({ keys }) => keys[0])).toEqual([79, 69]);
    loads[0]!.answer();
    await settled();
    expect(store.get(79)).toEqual({ id: 79 });
    expect(loads.map(({ keys }) => keys[0])).toEqual([79, 69, 89]);
    expect(loads.map(({ isAhead }) => isAhead)).toEqual([false, true, true]);
  });

  it('aborts windows that are no longer near the screen and drops their answers', async () => {
    const { loads, load } = deferredLoads();
    const store = new RowStore<number, Item>({ load, keyOf, windowSize: 10, ahead: 0 });
    store.show(order, 0, 5);
    store.show(order, 90, 95);
    expect(loads[0]!.signal.aborted).toBe(true);
    loads[0]!.answer();
    loads[1]!.answer();
    await settled();
    expect(store.get(99)).toBeUndefined();
    expect(store.get(9)).toEqual({ id: 9 });
  });

  it('keeps rows across orders and asks only for what is missing', async () => {
    const { loads, load } = deferredLoads();
    const store = new RowStore<number, Item>({ load, keyOf, windowSize: 10, ahead: 0 });
    store.add([{ id: 1 }, { id: 2 }]);
    store.show([1, 2, 3], 0, 3);
    expect(loads.map(({ keys }) => keys)).toEqual([[3]]);
  });

  it('stops after a failure, tells of it, and reads again on retry', async () => {
    const { loads, load } = deferredLoads();
    const store = new RowStore<number, Item>({ load, keyOf, windowSize: 10, ahead: 0 });
    const heard = vi.fn();
    store.subscribe(heard);
    store.show(order, 0, 5);
    loads[0]!.fail(new Error('no shard'));
    await settled();
    expect(store.error).toEqual(new Error('no shard'));
    expect(heard).toHaveBeenCalledTimes(1);
    store.retry();
    expect(store.error).toBeNull();
    expect(loads).toHaveLength(2);
  });

  it('drops the rows that were loaded longest ago', () => {
    const { load } = deferredLoads();
    const store = new RowStore<number, Item>({ load, keyOf, capacity: 2 });
    store.add([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect([1, 2, 3].map((id) => store.get(id)?.id)).toEqual([undefined, 2, 3]);
  });
});
