/**
 * The least values of a sketch's bins, of all shingles of a text (builder/unit/shingle-sketch.ts says what a sketch is), as
 * long as words are ASCII.
 */
import { maskAt, MULTIPLIER_1, MULTIPLIER_2 } from './bits';
import { BINS, LEAST } from './layout';
import { END_UNIT } from './units';

/** log2 of the bins, from 32. */
const BIN_SHIFT: u32 = 25;

/** Words of a shingle: as many as are kept, and the next one. */
const SHINGLE_WORDS: u32 = 5;

const VECTOR: u32 = 16;
const ALL: u32 = 0xffff;
/** What tells small letters of ASCII from capitals; digits have it too. */
const SMALL: u8 = 0x20;

let words: u32 = 0;
let before1: u32 = 0;
let before2: u32 = 0;
let before3: u32 = 0;
let before4: u32 = 0;

export function begin(): void {
  memory.fill(LEAST, 0xff, BINS * 4);
  words = before1 = before2 = before3 = before4 = 0;
}

export function wordCount(): u32 {
  return words;
}

/**
 * Adds the words of a piece, in order.
 * @returns address of the first word that is not ASCII, or may not be, or goes on behind the piece; or the end
 */
export function addWords(from: usize, last: usize): usize {
  let at = from;
  while (at < last) {
    const units = v128.load(at);
    const inWords = wordUnits(units);
    if ((inWords & 1) == 0) {
      const wide = <u32>i8x16.bitmask(units);
      if ((wide & 1) != 0) return at;
      at += ctz(inWords | wide | (1 << VECTOR));
      continue;
    }
    const end = inWords == ALL ? wordEnd(at + VECTOR) : at + ctz(~inWords);
    const next = load<u8>(end);
    if (<i8>next < 0 && next != END_UNIT) return at;
    addWord(hashOf(at, end));
    at = end;
  }
  return at;
}

function wordEnd(from: usize): usize {
  let at = from;
  while (true) {
    const inWords = wordUnits(v128.load(at));
    if (inWords != ALL) return at + ctz(~inWords);
    at += VECTOR;
  }
  return 0;
}

/** @returns a bit for each unit that is a letter or digit of ASCII */
function wordUnits(units: v128): u32 {
  const letters = i8x16.sub(v128.or(units, i8x16.splat(SMALL)), i8x16.splat(0x61));
  const digits = i8x16.sub(units, i8x16.splat(0x30));
  return i8x16.bitmask(v128.or(i8x16.lt_u(letters, i8x16.splat(26)), i8x16.lt_u(digits, i8x16.splat(10))));
}

/** @returns a hash of the letters and digits between two addresses, whatever their case */
export function hashOf(from: usize, to: usize): u32 {
  let mixed: u64 = to - from;
  for (let at = from; at < to; at += VECTOR) {
    const small = v128.or(v128.load(at), i8x16.splat(SMALL));
    const block = v128.and(small, v128.load(maskAt(min(<u32>(to - at), VECTOR))));
    mixed = (mixed ^ (<u64>i64x2.extract_lane(block, 0))) * MULTIPLIER_1;
    mixed = (mixed ^ (mixed >>> 32) ^ (<u64>i64x2.extract_lane(block, 1))) * MULTIPLIER_2;
    mixed ^= mixed >>> 29;
  }
  return <u32>(mixed ^ (mixed >>> 32));
}

/** Adds the next word of the text, by its hash, and the shingle that it ends. */
export function addWord(hash: u32): void {
  words++;
  if (words >= SHINGLE_WORDS) {
    const mixed = mix(join(join(join(join(before1, before2), before3), before4), hash));
    // The upper bits choose the bin; within it, other bits compete.
    const bin = LEAST + ((mixed >>> BIN_SHIFT) << 2);
    const value = mixed * 0x9e3779b1;
    if (value < load<u32>(bin)) store<u32>(bin, value);
  }
  before1 = before2;
  before2 = before3;
  before3 = before4;
  before4 = hash;
}

function join(before: u32, word: u32): u32 {
  return before * 0x85ebca6b + word;
}

/** The finaliser of MurmurHash3. */
export function mix(value: u32): u32 {
  let hash = value ^ (value >>> 16);
  hash *= 0x85ebca6b;
  hash ^= hash >>> 13;
  hash *= 0xc2b2ae35;
  return hash ^ (hash >>> 16);
}
