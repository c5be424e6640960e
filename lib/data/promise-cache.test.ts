import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PromiseCache } from './promise-cache.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('PromiseCache', () => {
  it('asks once, and gives the same promise each time', () => {
    const cache = new PromiseCache<number>(3);
    const ask = vi.fn(() => Promise.resolve(1));
    expect(cache.get('a', ask)).toBe(cache.get('a', ask));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('says on the promise what became of it, where React looks before it waits', async () => {
    const promise = new PromiseCache<number>(3).get('a', () => Promise.resolve(7));
    await promise;
    expect(promise).toMatchObject({ status: 'fulfilled', value: 7 });
  });

  it('forgets what was not used for longest', () => {
    const cache = new PromiseCache<number>(2);
    const ask = vi.fn(() => Promise.resolve(1));
    for (const key of ['a', 'b', 'a', 'c', 'a']) void cache.get(key, ask);
    expect(ask).toHaveBeenCalledTimes(3);
    void cache.get('b', ask);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('keeps a failure while it is shown, and then asks again', async () => {
    const cache = new PromiseCache<number>(2);
    const ask = vi.fn(() => Promise.reject(new Error('no')));
    const first = cache.get('a', ask);
    await expect(first).rejects.toThrow('no');
    expect(cache.get('a', ask)).toBe(first);
    await vi.advanceTimersByTimeAsync(4_000);
    await expect(cache.get('a', ask)).rejects.toThrow('no');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again at once when told to, or where the failure is nobody to see', async () => {
    const cache = new PromiseCache<number>(2);
    const ask = vi.fn(() => Promise.reject(new Error('no')));
    await expect(cache.get('a', ask)).rejects.toThrow();
    cache.forgetFailures();
    await expect(cache.get('a', ask, () => true)).rejects.toThrow();
    await expect(cache.get('a', ask)).rejects.toThrow();
    expect(ask).toHaveBeenCalledTimes(3);
  });
});
