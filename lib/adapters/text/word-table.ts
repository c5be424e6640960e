/** Words of a text, looked up where they stand: no word is cut out of the text to be found again. */

/** Longer words hardly ever occur twice, and are not held. */
export const LONGEST_WORD = 48;

/** Numbers of ASCII words of at most LONGEST_WORD letters. */
export interface WordTable {
  /** @returns the number of the word between two places of the text, or -1 */
  find(text: string, from: number, to: number): number;
  /**
   * Adds a word that was not found. A table that is full begins again: numbers that were given before are given anew.
   * @returns its number
   */
  add(text: string, from: number, to: number): number;
}

/** Bytes of text that a table has room for, per word: words are shorter on average. */
const ROOM = 16;

/**
 * An open hash table (linear probing, half full at most) over one array of letters.
 * @param words how many are held, a power of two
 */
export function wordTable(words: number): WordTable {
  const mask = 2 * words - 1;
  /** Number of the word plus one; 0 where there is none. */
  const slots = new Int32Array(2 * words);
  const starts = new Int32Array(words + 1);
  const letters = new Uint8Array(words * ROOM);
  let held = 0;

  const isAt = (no: number, text: string, from: number, to: number): boolean => {
    const start = starts[no]!;
    if (starts[no + 1]! - start !== to - from) return false;
    for (let i = 0; from + i < to; i++) if (letters[start + i] !== text.charCodeAt(from + i)) return false;
    return true;
  };
  return {
    find(text, from, to) {
      for (let slot = hash(text, from, to) & mask; ; slot = (slot + 1) & mask) {
        const no = slots[slot]! - 1;
        if (no === -1 || isAt(no, text, from, to)) return no;
      }
    },
    add(text, from, to) {
      if (held === words || starts[held]! + to - from > letters.length) {
        slots.fill(0);
        held = 0;
      }
      let slot = hash(text, from, to) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      const start = starts[held]!;
      for (let i = 0; from + i < to; i++) letters[start + i] = text.charCodeAt(from + i);
      starts[held + 1] = start + to - from;
      slots[slot] = held + 1;
      return held++;
    },
  };
}

/** FNV-1a (Fowler, Noll, Vo), with its high bits mixed into those that are looked at. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}
