import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { randomOf } from '../../lib/testing/random.ts';
import { JsonLines } from './json-lines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'forge-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes rows behind a head, and reads the file. */
function written(rows: readonly object[], head: object = {}): { text: string; repaired: boolean[] } {
  const file = path.join(folder, 'rows.ndjson');
  const lines = new JsonLines(file);
  const repaired = rows.map((row) => lines.write(head, row));
  const { bytes } = lines;
  lines.close();
  const content = readFileSync(file);
  expect(content.length).toBe(bytes);
  return { text: content.toString('utf8'), repaired };
}

const UNITS = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), 'é', '\u2028', '長', '😀'];

it('writes what JSON.stringify writes, whatever the length of a text', () => {
  const random = randomOf(5);
  const textOf = (length: number): string =>
    Array.from({ length }, () => (random.below(3) === 0 ? UNITS[random.below(UNITS.length)]! : 'x')).join('');
  const lengths = [0, 1, 15, 16, 17, 47, 48, 49, 64, 1_000, 32_767, 32_768, 32_769, 100_000, 700_000];
  const rows = lengths.flatMap((length) =>
    Array.from({ length: length < 100 ? 40 : 3 }, () => ({
      text: textOf(length),
      after: [length, { nested: textOf(Math.min(length, 200)) }],
      empty: [],
      is: true,
      share: -1.5e-7,
    })),
  );
  const { text, repaired } = written(rows);
  expect(text.split('\n').slice(0, -1)).toEqual(rows.map((row) => JSON.stringify(row)));
  expect(repaired).not.toContain(true);
});

it('leaves out what is null or undefined, and puts the head first', () => {
  expect(written([{ b: null, c: undefined, d: 0 }, {}], { a: 1 }).text).toBe('{"a":1,"d":0}\n{"a":1}\n');
});

it.each([
  ['short', { text: 'a\ud800b' }],
  ['long', { text: `${'a'.repeat(40_000)}\udc00${'b'.repeat(40_000)}` }],
  ['nested', { list: [{ text: 'a\ud800' }] }],
])('stores U+FFFD for half of a surrogate pair in a %s text, and says so', (_, row) => {
  const { text, repaired } = written([row, { text: 'the text \\ud800 itself' }]);
  expect(text.split('\n')[0]).toBe(JSON.stringify(row).replace(/\\ud[89a-f]../, '\ufffd'));
  expect(repaired).toEqual([true, false]);
});

it('keeps both halves of a pair that a piece would part', () => {
  const row = { text: `${'a'.repeat(32_767)}😀${'b'.repeat(32_766)}😀` };
  expect(written([row])).toEqual({ text: `${JSON.stringify(row)}\n`, repaired: [false] });
});
