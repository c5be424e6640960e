/**
 * A sketch of a text by which near duplicates are found: MinHash of its word shingles by one permutation (Li, Owen and
 * Zhang, "One Permutation Hashing", 2012), empty bins filled by optimal densification (Shrivastava, "Optimal Densification
 * for Fast and Accurate Minwise Hashing", 2017). One hash a shingle, where plain MinHash takes one for each of its bins.
 */

/** Bins of a sketch; two texts agree in about as large a part of them as they share shingles (Jaccard similarity). */
export const SKETCH_BINS = 128;

/** Words of a shingle. */
const SHINGLE_WORDS = 5;

/** A text of fewer words has no sketch: one word would decide. */
export const MIN_WORDS = 50;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Values of a bin that are told apart: two of different shingles agree by chance in one of as many. */
export const BIN_VALUES = ALPHABET.length;

const EMPTY = 0xffff_ffff;
const BIN_SHIFT = 32 - Math.log2(SKETCH_BINS);
const MULTIPLIER = 0x01000193;

/** Lower case of ASCII letters and digits; 0 for what stands between words. */
const WORD_UNITS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

/** From here on scripts write without spaces: each unit is a word. */
const UNSPACED = 0x2e80;

const least = new Uint32Array(SKETCH_BINS);

/** How far a text has been read: its words so far, and the hashes of the last ones, the oldest first. */
interface Words {
  count: number;
  w1: number;
  w2: number;
  w3: number;
  w4: number;
}

/**
 * @param parts texts of a record, in order; shingles go across their ends
 * @returns SKETCH_BINS characters, one a bin; null where there are fewer than MIN_WORDS words
 */
export function shingleSketch(parts: readonly string[]): string | null {
  least.fill(EMPTY);
  const words: Words = { count: 0, w1: 0, w2: 0, w3: 0, w4: 0 };
  for (const part of parts) addWords(part, words);
  return words.count < MIN_WORDS ? null : written();
}

function addWords(text: string, words: Words): void {
  const { length } = text;
  let hash = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    const letter = unit < 128 ? WORD_UNITS[unit]! : unit;
    if (letter !== 0 && letter < UNSPACED) {
      hash = (Math.imul(hash ^ letter, MULTIPLIER) + 1) | 0;
      continue;
    }
    if (hash !== 0) addWord(hash, words);
    hash = 0;
    if (letter !== 0) addWord(letter, words);
  }
  if (hash !== 0) addWord(hash, words);
}

function addWord(hash: number, words: Words): void {
  const { w1, w2, w3, w4 } = words;
  words.w1 = w2;
  words.w2 = w3;
  words.w3 = w4;
  words.w4 = hash;
  words.count += 1;
  if (words.count < SHINGLE_WORDS) return;
  const mixed = mix(join(join(join(join(w1, w2), w3), w4), hash));
  const bin = mixed >>> BIN_SHIFT;
  // The upper bits choose the bin; within it, other bits compete.
  const value = Math.imul(mixed, 0x9e3779b1) >>> 0;
  if (value < least[bin]!) least[bin] = value;
}

function join(before: number, word: number): number {
  return (Math.imul(before, 0x85ebca6b) + word) | 0;
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** An empty bin takes the value of the first filled one in an order that depends on the bin alone. */
function written(): string {
  let text = '';
  for (let bin = 0; bin < SKETCH_BINS; bin++) {
    let from = bin;
    for (let attempt = 1; least[from] === EMPTY; attempt++) from = mix(bin * 0x9e3779b1 + attempt) % SKETCH_BINS;
    text += ALPHABET[least[from]! % BIN_VALUES]!;
  }
  return text;
}
