/**
 * Token counts (o200k_base), made fast and bounded. Counts equal those of the whole text, with one exception: a run
 * without any token boundary that is longer than RUN_LIMIT characters is counted in pieces, since byte-pair merging
 * is quadratic in it (100,000 equal letters take 8 s in one piece).
 */
import { countTokens as countPlain } from 'gpt-tokenizer/encoding/o200k_base';

export const TOKENIZER = 'o200k_base';

/** Characters of one uninterrupted run that are merged together. */
export const RUN_LIMIT = 512;

const CACHED_PIECE = 160;
const CACHE_ENTRIES = 200_000;
const NO_SPECIALS = { disallowedSpecial: new Set<string>() };

/** Runs that the tokenizer cannot split: letters, or space, or anything that is neither letter, digit nor space. */
const longRun = new RegExp(
  `[\\p{L}\\p{M}]{${RUN_LIMIT},}|\\s{${RUN_LIMIT},}|[^\\s\\p{L}\\p{N}]{${RUN_LIMIT},}[\\r\\n/]*|[\\r\\n/]{${RUN_LIMIT},}`,
  'gu',
);

/**
 * A cut after a line feed never changes the tokens if what follows is neither white space nor "/": the patterns of
 * o200k_base look at nothing before a match, and only `[\r\n/]*` and `\s*[\r\n]+` go on past a line feed.
 */
const safeCut = /(?<=\n)(?=[^\s/])/u;

let cache = new Map<string, number>();

/**
 * Counts the tokens of a text. Special tokens such as `<|endoftext|>` are plain text here.
 * @param text any text, also malformed Unicode
 * @returns tokens
 */
export function countTokens(text: string): number {
  if (text.length <= CACHED_PIECE) return countPiece(text);
  let total = 0;
  for (const piece of text.split(safeCut)) total += countPiece(piece);
  return total;
}

function countPiece(piece: string): number {
  if (piece.length === 0) return 0;
  if (piece.length > CACHED_PIECE) return countLong(piece);
  const known = cache.get(piece);
  if (known !== undefined) return known;
  const counted = countPlain(piece, NO_SPECIALS);
  if (cache.size >= CACHE_ENTRIES) cache = new Map();
  cache.set(piece, counted);
  return counted;
}

function countLong(piece: string): number {
  if (piece.length < RUN_LIMIT) return countPlain(piece, NO_SPECIALS);
  let total = 0;
  let from = 0;
  for (const match of piece.matchAll(longRun)) {
    total += countShort(piece.slice(from, match.index));
    for (let at = 0; at < match[0].length; at += RUN_LIMIT) total += countShort(match[0].slice(at, at + RUN_LIMIT));
    from = match.index + match[0].length;
  }
  return total + countShort(piece.slice(from));
}

function countShort(text: string): number {
  return text === '' ? 0 : countPlain(text, NO_SPECIALS);
}
