import { describe, expect, it } from 'vitest';
import { flattenGroups, groupOrder, openByDefault } from './grouping.ts';

const bounds = [
  { provider: 'acme.test', tool: 'billing', first_no: 0 },
  { provider: 'acme.test', tool: 'users', first_no: 3 },
  { provider: 'zeta.test', tool: 'main', first_no: 5 },
];

describe('groupOrder', () => {
  it('keeps the order within a tool and puts the group of the first API first', () => {
    const providers = groupOrder(Int32Array.of(6, 4, 1, 5, 0), bounds);
    expect(providers.map(({ key, count }) => [key, count])).toEqual([
      ['zeta.test', 2],
      ['acme.test', 3],
    ]);
    expect(providers[1]!.tools.map(({ key, apis }) => [key, [...apis]])).toEqual([
      ['acme.test/users', [4]],
      ['acme.test/billing', [1, 0]],
    ]);
  });

  it('has no groups where there are no APIs', () => expect(groupOrder(new Int32Array(), bounds)).toEqual([]));
});

describe('flattenGroups', () => {
  const providers = groupOrder(Int32Array.of(0, 1, 2, 3, 4, 5, 6), bounds);

  it('is one row per provider when all are folded', () => {
    const { entries, groups } = flattenGroups(providers, () => false);
    expect([...entries]).toEqual([-1, -2]);
    expect(groups.map(({ label, count, open }) => [label, count, open])).toEqual([
      ['acme.test', 5, false],
      ['zeta.test', 2, false],
    ]);
  });

  it('unfolds tools apart, and spares the tool row of a provider that has one tool', () => {
    const open = new Set(['acme.test', 'acme.test/users', 'zeta.test']);
    const { entries, groups } = flattenGroups(providers, (key) => open.has(key));
    expect([...entries]).toEqual([-1, -2, -3, 3, 4, -4, 5, 6]);
    expect(groups.map(({ key, depth }) => [key, depth])).toEqual([
      ['acme.test', 0],
      ['acme.test/billing', 1],
      ['acme.test/users', 1],
      ['zeta.test', 0],
    ]);
  });
});

describe('openByDefault', () => {
  it('opens what can be taken in at a glance', () => {
    expect(openByDefault(150, 30)('a/b')).toBe(true);
    expect(openByDefault(5_000, 5)('a')).toBe(true);
    expect(openByDefault(5_000, 5)('a/b')).toBe(false);
    expect(openByDefault(125_205, 698)('a')).toBe(false);
  });
});
