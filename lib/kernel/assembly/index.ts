/**
 * The inner loops over text: tokens of known words are summed up, terms of known identifiers are listed. What is not known,
 * or not ASCII, is left to the caller (lib/tokens/count-tokens.ts, lib/search/term-numbers.ts), who may add it. Places are
 * units from the beginning of the piece.
 */
import { add, clear, isFree, LONGEST_WORD, slotOf, valueOf } from './dictionary';
import { identifierEnd, isWordKind } from './identifiers';
import { escapeJson } from './json-string';
import * as shingles from './shingles';
import { BINS, ESCAPED, IDENTIFIERS, LEAST, LISTS, LIST_ROOM, PIECE_UNITS, TERMS, TEXT, TOKEN_WORDS } from './layout';
import { tokenWordEnd } from './token-words';
import { END_UNIT, kindAt, WIDE, WIDE_UNIT } from './units';

/** Where the caller puts a piece of text, and finds terms. */
export const textAt: u32 = <u32>TEXT;
export const pieceUnits: u32 = PIECE_UNITS;
export const termsAt: u32 = <u32>TERMS;
export const escapedAt: u32 = <u32>ESCAPED;
export const leastAt: u32 = <u32>LEAST;
export const bins: u32 = BINS;
export const longestWord: u32 = LONGEST_WORD;

let counted: u32 = 0;
let listed: u32 = 0;
let tokenWords: u32 = 0;
let identifiers: u32 = 0;
let listNumbers: u32 = 0;

/**
 * Says that a piece stands in the text's place.
 * @param length units of it
 * @param goesOn whether the text does: what its last word is, is not known then
 */
export function begin(length: u32, goesOn: bool): void {
  store<u8>(TEXT + length, goesOn ? WIDE_UNIT : END_UNIT);
}

/** @returns place where the token's word ends that begins there, or 0 where that depends on what is not ASCII */
export function endOfTokenWord(from: u32): u32 {
  const end = tokenWordEnd(TEXT + from);
  return end == 0 ? 0 : <u32>(end - TEXT);
}

/**
 * Counts tokens until a word is not known; `tokens` tells how many.
 * @returns place where that word begins, or the end
 */
export function countTokens(from: u32, length: u32): u32 {
  const last = TEXT + length;
  let at = TEXT + from;
  counted = 0;
  while (at < last) {
    const end = tokenWordEnd(at);
    const size = <u32>(end - at);
    if (end == 0 || size > LONGEST_WORD) break;
    const slot = slotOf(TOKEN_WORDS, at, size);
    if (isFree(slot)) break;
    counted += valueOf(slot);
    at = end;
  }
  return <u32>(at - TEXT);
}

export function tokens(): u32 {
  return counted;
}

/** Adds the word between two places, which is of `longestWord` units at the most. */
export function addTokenWord(from: u32, to: u32, count: u32): void {
  tokenWords = add(TOKEN_WORDS, tokenWords, TEXT + from, to - from, count);
}

/** @returns place where the identifier ends that begins there, or 0 where that depends on what is not ASCII */
export function endOfIdentifier(from: u32): u32 {
  const end = identifierEnd(TEXT + from);
  return end == 0 ? 0 : <u32>(end - TEXT);
}

/** Bits of an identifier's value that say how many terms it has; the others are its only term, or where its list begins. */
const COUNT_BITS: u32 = 5;
const COUNT_MASK: u32 = (1 << COUNT_BITS) - 1;

/**
 * Lists the terms of identifiers until one is not known; `terms` tells how many there are.
 * @param least numbers below it are left out
 * @returns place of that identifier, or of what is not ASCII, or the end
 */
export function listTerms(from: u32, length: u32, least: u32): u32 {
  const last = TEXT + length;
  let at = TEXT + from;
  listed = 0;
  while (at < last) {
    const kind = kindAt(at);
    if (kind == WIDE) break;
    if (!isWordKind(kind)) {
      at++;
      continue;
    }
    const end = identifierEnd(at);
    const size = <u32>(end - at);
    if (end == 0 || size > LONGEST_WORD) break;
    const slot = slotOf(IDENTIFIERS, at, size);
    if (isFree(slot)) break;
    list(valueOf(slot), least);
    at = end;
  }
  return <u32>(at - TEXT);
}

function list(value: u32, least: u32): void {
  const count = value & COUNT_MASK;
  const first = value >>> COUNT_BITS;
  if (count == 1) return push(first, least);
  for (let i: u32 = 0; i < count; i++) push(load<u32>(LISTS + ((first + i) << 2)), least);
}

function push(term: u32, least: u32): void {
  if (term >= least) store<u32>(TERMS + (listed++ << 2), term);
}

export function terms(): u32 {
  return listed;
}

/**
 * Adds the identifier between two places, which is of `longestWord` units at the most.
 * @param count of its terms, which stand where terms are listed
 */
export function addIdentifier(from: u32, to: u32, count: u32): void {
  if (listNumbers + count > LIST_ROOM) clearIdentifiers();
  let first = load<u32>(TERMS);
  if (count != 1) {
    first = listNumbers;
    memory.copy(LISTS + (first << 2), TERMS, count << 2);
    listNumbers += count;
  }
  identifiers = add(IDENTIFIERS, identifiers, TEXT + from, to - from, (first << COUNT_BITS) | count);
}

/** Forgets all identifiers: their terms are numbered anew. */
export function clearIdentifiers(): void {
  clear(IDENTIFIERS);
  identifiers = 0;
  listNumbers = 0;
}

/**
 * Escapes the piece as a JSON string has it.
 * @param length bytes of it, in UTF-8
 * @returns bytes that it takes then
 */
export function escape(length: u32): u32 {
  return <u32>(escapeJson(TEXT, length, ESCAPED) - ESCAPED);
}

/** Begins the sketch of a text. */
export function beginSketch(): void {
  shingles.begin();
}

/**
 * Adds the words of a piece to the sketch.
 * @returns place of the first one that is not ASCII, or may not be, or goes on behind the piece; or the end, or `from` behind it
 */
export function sketchWords(from: u32, length: u32): u32 {
  return <u32>(shingles.addWords(TEXT + from, TEXT + length) - TEXT);
}

/** Adds the word between two places, all of it ASCII. */
export function sketchWord(from: u32, to: u32): void {
  shingles.addWord(shingles.hashOf(TEXT + from, TEXT + to));
}

/** Adds a word that is not ASCII, by a hash of the caller's. */
export function sketchHash(hash: u32): void {
  shingles.addWord(hash);
}

/** @returns words of the sketch so far */
export function sketchedWords(): u32 {
  return shingles.wordCount();
}

/** @returns the number, its bits mixed, as signed */
export function mix(value: u32): u32 {
  return shingles.mix(value);
}
