import { expect, it } from 'vitest';
import { acceptedVariants } from './accepted-variants.ts';

it('spells out each accepted value once, at every level', () => {
  expect(acceptedVariants({ port: ['north', 'N'], days: [3, ''] })).toEqual([
    { port: 'north', days: 3 },
    { port: 'N', days: 3 },
    { port: 'north' },
  ]);
  expect(acceptedVariants({ ship: [{ name: ['Ann', 'ann'], age: [''] }] })).toEqual([
    { ship: { name: 'Ann' } },
    { ship: { name: 'ann' } },
  ]);
  expect(acceptedVariants({ all: [[{ a: [1, 2] }]], none: [] })).toEqual([
    { all: [{ a: 1 }], none: [] },
    { all: [{ a: 2 }], none: [] },
  ]);
});
