import { describe, expect, it } from 'vitest';
import { randomOf } from '../../testing/random.ts';
import { wordTable } from './word-table.ts';

describe('a table of words', () => {
  it('knows each word where it stands in a text, and no other', () => {
    const table = wordTable(1024);
    const text = 'to be or not to be';
    const no = table.add(text, 0, 2);
    expect(table.find(text, 13, 15)).toBe(no);
    expect([table.find(text, 3, 5), table.find(text, 0, 1), table.find(text, 0, 3)]).toEqual([-1, -1, -1]);
    // One unit whose low byte is that of a letter.
    expect(table.find('\u0174o', 0, 2)).toBe(-1);
  });

  it('begins again when it is full, of words or of letters', () => {
    for (const length of [1, 40]) {
      const table = wordTable(64);
      const random = randomOf(3);
      const held = new Map<number, string>();
      for (let i = 0; i < 5_000; i++) {
        const word = String(random.below(300)).padEnd(length, 'x');
        const found = table.find(word, 0, word.length);
        if (found !== -1) expect(held.get(found)).toBe(word);
        else held.set(table.add(word, 0, word.length), word);
      }
      expect(held.size).toBeGreaterThan(20);
      expect(held.size).toBeLessThanOrEqual(64);
    }
  });
});
