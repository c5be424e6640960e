import { use } from 'react';
import { expect, it, vi } from 'vitest';

// React takes its timers when it is loaded: what it puts off comes when this file says so.
const late = vi.hoisted(() => {
  const held = new Map<number, () => void>();
  let timers = 0;
  globalThis.setTimeout = ((work: () => void) => (held.set(++timers, work), timers)) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (timer) => void held.delete(Number(timer));
  return held;
});

const { createRoot } = await import('react-dom/client');
const { PromiseCache } = await import('@/lib/data/promise-cache');
const { PromptSuspense } = await import('./prompt-suspense');
const { Suspense } = await import('react');

/** Long enough for all that is not put off. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

it('shows what was waited for at once, which Suspense puts off', async () => {
  const cache = new PromiseCache<string>(1);
  let answer!: (value: string) => void;
  const asked = () => cache.get('question', () => new Promise((resolve) => (answer = resolve)));
  const Answer = () => use(asked());
  const roots = [Suspense, PromptSuspense].map((Boundary) => {
    const place = document.createElement('div');
    createRoot(place).render(
      <Boundary fallback="waiting">
        <Answer />
      </Boundary>,
    );
    return place;
  });
  await settle();
  expect(roots.map((place) => place.textContent)).toEqual(['waiting', 'waiting']);
  answer('here');
  await settle();
  expect(roots.map((place) => place.textContent)).toEqual(['waiting', 'here']);
  for (const work of late.values()) work();
  await settle();
  expect(roots.map((place) => place.textContent)).toEqual(['here', 'here']);
});
