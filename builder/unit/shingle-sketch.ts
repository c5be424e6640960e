/**
 * A sketch of a text by which near duplicates are found: MinHash of its word shingles by one permutation (Li, Owen and
 * Zhang, "One Permutation Hashing", 2012), empty bins filled by optimal densification (Shrivastava, "Optimal Densification
 * for Fast and Accurate Minwise Hashing", 2017). One hash a shingle, where plain MinHash takes one for each of its bins.
 */
import { kernel } from '../../lib/kernel/kernel.ts';

/** Bins of a sketch; two texts agree in about as large a part of them as they share shingles (Jaccard similarity). */
export const SKETCH_BINS = kernel.leastOfBins.length;

/** A text of fewer words has no sketch: one word would decide. */
export const MIN_WORDS = 50;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Values of a bin that are told apart: two of different shingles agree by chance in one of as many. */
export const BIN_VALUES = ALPHABET.length;

const EMPTY = 0xffff_ffff;
const MULTIPLIER = 0x01000193;

/** From here on scripts write without spaces: each unit is a word. */
const UNSPACED = 0x2e80;

/**
 * Words are runs of letters and digits of ASCII, whatever their case, and of all that is not ASCII; shingles are five of them.
 * @param parts texts of a record, in order; shingles go across their ends
 * @returns SKETCH_BINS characters, one a bin; null where there are fewer than MIN_WORDS words
 */
export function shingleSketch(parts: readonly string[]): string | null {
  kernel.beginSketch();
  for (const part of parts) addWords(part);
  return kernel.sketchedWords() < MIN_WORDS ? null : written();
}

function addWords(text: string): void {
  for (let from = 0; from < text.length;) {
    const length = kernel.takePiece(text, from);
    let at = kernel.sketchWords(0, length);
    while (at < length) {
      const end = wordEnd(text, from + at);
      // A word that the piece cuts begins the next one, unless it is longer than that.
      if (at > 0 && end > from + length) break;
      at = kernel.sketchWords(addOther(text, { from, length }, at, end), length);
    }
    from += at;
  }
}

interface Piece {
  readonly from: number;
  readonly length: number;
}

/**
 * Adds what the kernel does not know: a word that is not ASCII or that something follows which is not.
 * @param piece its place in the text, and its length
 * @param at place of the word in the piece
 * @param end where it ends in the text
 * @returns place behind it in the piece
 */
function addOther(text: string, { from, length }: Piece, at: number, end: number): number {
  const start = from + at;
  const unit = text.charCodeAt(start);
  if (unit >= UNSPACED) {
    kernel.sketchHash(unit);
    return at + 1;
  }
  if (end <= from + length && isAscii(text, start, end)) kernel.sketchWord(at, end - from);
  else kernel.sketchHash(hashOf(text, start, end));
  return end - from;
}

/** @returns where the word ends that begins at a place */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isInWord(text.charCodeAt(at))) at++;
  return at;
}

function isInWord(unit: number): boolean {
  if (unit >= 0x80) return unit < UNSPACED;
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

function isAscii(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    hash = (Math.imul(hash ^ (unit < 0x80 ? unit | 0x20 : unit), MULTIPLIER) + 1) | 0;
  }
  return hash;
}

/** An empty bin takes the value of the first filled one in an order that depends on the bin alone. */
function written(): string {
  const least = kernel.leastOfBins;
  let text = '';
  for (let bin = 0; bin < SKETCH_BINS; bin++) {
    let from = bin;
    for (let attempt = 1; least[from] === EMPTY; attempt++)
      from = (kernel.mix(bin * 0x9e3779b1 + attempt) >>> 0) % SKETCH_BINS;
    text += ALPHABET[least[from]! % BIN_VALUES]!;
  }
  return text;
}
