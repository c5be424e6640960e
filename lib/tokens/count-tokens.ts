/**
 * Token counts (o200k_base), made fast and bounded. A text is split into words by the encoding's own pattern, as the
 * tokenizer does itself, and each distinct word is encoded once. The one exception: a word longer than RUN_LIMIT is
 * counted in pieces, since merging is quadratic in its length (100,000 equal letters would take 8 s).
 */
import { countTokens as encode } from 'gpt-tokenizer/encoding/o200k_base';
import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import { ownCopy } from '../adapters/text/own-copy.ts';

/** Characters of a word that are merged together. */
export const RUN_LIMIT = 512;

/** Longer words hardly ever occur twice. */
const CACHED_CHARS = 48;
const CACHED_WORDS = 400_000;

/** A special token such as `<|endoftext|>` is plain text in a corpus. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

let cache = new Map<string, number>();

/**
 * Counts the tokens of a text.
 * @param text any text, also malformed Unicode
 * @returns tokens
 */
export function countTokens(text: string): number {
  let total = 0;
  for (const word of text.match(O200K_TOKEN_SPLIT_REGEX) ?? []) {
    total += cache.get(word) ?? countWord(word);
  }
  return total;
}

function countWord(word: string): number {
  if (word.length > RUN_LIMIT) return countLong(word);
  const tokens = encode(word, AS_TEXT);
  if (word.length > CACHED_CHARS) return tokens;
  if (cache.size >= CACHED_WORDS) cache = new Map();
  cache.set(ownCopy(word), tokens);
  return tokens;
}

function countLong(word: string): number {
  let total = 0;
  for (let at = 0; at < word.length; at += RUN_LIMIT) total += encode(word.slice(at, at + RUN_LIMIT), AS_TEXT);
  return total;
}
