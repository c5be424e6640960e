/**
 * Words with a number each: an open hash table (linear probing) whose slots hold the word itself, so that a lookup touches
 * one line of the cache where nothing is in its way. A slot: 27 bytes of the word, zeros behind it; its length, 0 where the
 * slot is free; the value, 32 bits.
 */
import { maskAt, MULTIPLIER_1, MULTIPLIER_2 } from './bits';
import { SLOT_BYTES, SLOTS } from './layout';

/** Longer words hardly ever occur twice, and are not held. */
export const LONGEST_WORD: u32 = 27;

/** A dictionary that is so full begins again. */
const MOST_WORDS: u32 = (SLOTS / 4) * 3;

const LENGTH_LANE: u8 = 11;
const LENGTH_AT: usize = 27;
const VALUE_AT: usize = 28;

/**
 * @param table address of the dictionary
 * @param word address of the word
 * @param length of it, LONGEST_WORD at the most
 * @returns address of its slot, or of the free one where it belongs
 */
export function slotOf(table: usize, word: usize, length: u32): usize {
  const low = lowOf(word, length);
  const high = highOf(word, length);
  let no = hash(low, high) & (SLOTS - 1);
  while (true) {
    const slot = table + no * SLOT_BYTES;
    const thereHigh = v128.load(slot, 16);
    const difference = v128.or(
      v128.xor(low, v128.load(slot)),
      v128.and(v128.xor(high, thereHigh), i32x4(-1, -1, -1, 0)),
    );
    if (!v128.any_true(difference) || i8x16.extract_lane_u(thereHigh, LENGTH_LANE) == 0) return slot;
    no = (no + 1) & (SLOTS - 1);
  }
  return 0;
}

export function isFree(slot: usize): bool {
  return load<u8>(slot + LENGTH_AT) == 0;
}

export function valueOf(slot: usize): u32 {
  return load<u32>(slot + VALUE_AT);
}

/**
 * Adds a word that is not held.
 * @param held words of the dictionary so far
 * @returns words that it holds now
 */
export function add(table: usize, held: u32, word: usize, length: u32, value: u32): u32 {
  const isFull = held >= MOST_WORDS;
  if (isFull) clear(table);
  const slot = slotOf(table, word, length);
  v128.store(slot, lowOf(word, length));
  v128.store(slot, highOf(word, length), 16);
  store<u32>(slot + VALUE_AT, value);
  return isFull ? 1 : held + 1;
}

export function clear(table: usize): void {
  memory.fill(table, 0, SLOTS * SLOT_BYTES);
}

function lowOf(word: usize, length: u32): v128 {
  return v128.and(v128.load(word), v128.load(maskAt(length)));
}

function highOf(word: usize, length: u32): v128 {
  const letters = v128.and(v128.load(word, 16), v128.load(maskAt(length), 16));
  return i8x16.replace_lane(letters, LENGTH_LANE, <i8>length);
}

/** All of the word at once, eight bytes a step; the upper bits are the mixed ones. */
function hash(low: v128, high: v128): u32 {
  let mixed: u64 = ((<u64>i64x2.extract_lane(low, 0)) ^ (<u64>i64x2.extract_lane(high, 1))) * MULTIPLIER_1;
  mixed = (mixed ^ (mixed >>> 32) ^ (<u64>i64x2.extract_lane(low, 1))) * MULTIPLIER_2;
  mixed = (mixed ^ (mixed >>> 29) ^ (<u64>i64x2.extract_lane(high, 0))) * MULTIPLIER_1;
  return <u32>(mixed >>> 40);
}
