import { createLoader } from 'nuqs/server';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../testing/random.ts';
import { planHref } from './links.ts';
import { parseNumbers, planParsers, planUrlKeys, serializeNumbers, type PlanState } from './plan.ts';

const load = createLoader(planParsers, { urlKeys: planUrlKeys });
const restored = (href: string) => load(new URL(href, 'http://localhost').searchParams);

describe('numbers by name', () => {
  it('are read back, whatever the names', () => {
    const random = randomOf(9);
    for (let round = 0; round < 500; round++) {
      const value = Object.fromEntries(
        random.list(1, 6, () => [`${random.text(8)}x`, random.below(1_000_000) / 1e6] as const),
      );
      expect(parseNumbers(serializeNumbers(value))).toEqual(value);
    }
  });

  it.each(['', 'code', 'code:', ':1', 'code:-1', 'code:1e9', 'code:0.5,text', 'code:NaN', 'code:1\\'])(
    'are none where the text is %s',
    (text) => expect(parseNumbers(text)).toBeNull(),
  );
});

describe('a link to a plan', () => {
  it('restores the whole plan', () => {
    const plan: PlanState = {
      weights: { documentation: 0.2, 'a,b/code': 0.8 },
      budget: 103e9,
      maxEpochs: 2.5,
      limits: { 'a,b/code': 1 },
      remainder: 'spread',
      context: 8_192,
      seed: 7,
      locked: ['a,b/code'],
      origin: 'fit',
    };
    const href = planHref(plan, 'default');
    expect(href).toContain('budget=103B');
    expect(restored(href)).toEqual(plan);
  });

  it('is bare where everything is as it is', () => {
    expect(planHref()).toBe('/mixture/plan/');
    expect(restored('/mixture/plan/?w=code&budget=lots&epochs=-1&rest=burn&context=1&seed=x&from=me')).toMatchObject({
      weights: {},
      budget: null,
      maxEpochs: 4,
      remainder: 'leave',
      context: 4_096,
      seed: 0,
      origin: null,
    });
  });
});
