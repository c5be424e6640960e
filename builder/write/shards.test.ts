import { expect, it } from 'vitest';
import { packShards } from './shards.ts';
import type { StagedFile } from './stage-tables.ts';

let units = 0;
const file = (first: string, last: string, bytes = 10): StagedFile => ({
  file: `${first}-${last}`,
  unit: units++,
  rows: 1,
  bytes,
  longest: 1,
  first,
  last,
});
const names = (files: readonly StagedFile[], limit?: number): string[][] =>
  packShards(files, limit).map((group) => group.map((one) => one.file));

it('keeps files together whose ids overlap, however large they are', () => {
  expect(names([file('a', 'f', 90), file('e', 'g', 90), file('g', 'k', 90), file('l', 'm', 90)], 100)).toEqual([
    ['a-f', 'e-g', 'g-k'],
    ['l-m'],
  ]);
});

it('packs neighbours up to the limit, in order of id', () => {
  expect(names([file('c', 'd', 60), file('a', 'b', 40), file('e', 'f', 10)], 100)).toEqual([['a-b', 'c-d'], ['e-f']]);
});

it('sees that a long range holds the ones after it', () => {
  expect(names([file('a', 'z', 90), file('b', 'c', 90), file('d', 'e', 90)], 100)).toEqual([['a-z', 'b-c', 'd-e']]);
});

it('orders ids by code point, not by UTF-16 unit', () => {
  // U+FF5E is above the surrogates, but below the code points that they stand for.
  expect(names([file('😀', '😀', 90), file('～', '～', 90)], 100)).toEqual([['～-～'], ['😀-😀']]);
});

it('leaves out files without rows', () => {
  expect(packShards([{ ...file('a', 'b'), rows: 0, first: null, last: null }])).toEqual([]);
});
