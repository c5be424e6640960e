/**
 * Token counts (o200k_base), made fast and bounded. A text is split into words by the encoding's own pattern, as the
 * tokenizer does itself, and each distinct word is encoded once. The one exception: a word longer than RUN_LIMIT is
 * counted in pieces, since merging is quadratic in its length (100,000 equal letters would take 8 s).
 */
import { countTokens as encode } from 'gpt-tokenizer/encoding/o200k_base';
import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import { ownCopy } from '../adapters/text/own-copy.ts';
import { LONGEST_WORD, wordTable } from '../adapters/text/word-table.ts';
import { asciiWordEnd } from './word-end.ts';

/** Characters of a word that are merged together. */
export const RUN_LIMIT = 512;

/** Words that are held with their count: those of ASCII, and the others. */
const ASCII_WORDS = 1 << 18;
const OTHER_WORDS = 200_000;

/** A special token such as `<|endoftext|>` is plain text in a corpus. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** The pattern, at one place: it matches everywhere, since each character is in one of its parts. */
const WORD = new RegExp(O200K_TOKEN_SPLIT_REGEX.source, 'yu');

const asciiWords = wordTable(ASCII_WORDS);
const asciiCounts = new Uint8Array(ASCII_WORDS);
const otherWords = new Map<string, number>();

/**
 * Counts the tokens of a text.
 * @param text any text, also malformed Unicode
 * @returns tokens
 */
export function countTokens(text: string): number {
  let total = 0;
  for (let from = 0; from < text.length;) {
    let to = asciiWordEnd(text, from);
    if (to !== -1) total += to - from > LONGEST_WORD ? countWord(text.slice(from, to)) : countAscii(text, from, to);
    else {
      WORD.lastIndex = from;
      WORD.test(text);
      to = WORD.lastIndex;
      total += countOther(text.slice(from, to));
    }
    from = to;
  }
  return total;
}

function countAscii(text: string, from: number, to: number): number {
  const known = asciiWords.find(text, from, to);
  if (known !== -1) return asciiCounts[known]!;
  const tokens = countWord(text.slice(from, to));
  asciiCounts[asciiWords.add(text, from, to)] = tokens;
  return tokens;
}

function countOther(word: string): number {
  const known = otherWords.get(word);
  if (known !== undefined) return known;
  const tokens = countWord(word);
  if (word.length > LONGEST_WORD) return tokens;
  if (otherWords.size >= OTHER_WORDS) otherWords.clear();
  otherWords.set(ownCopy(word), tokens);
  return tokens;
}

function countWord(word: string): number {
  if (word.length <= RUN_LIMIT) return encode(word, AS_TEXT);
  let total = 0;
  for (let at = 0; at < word.length; at += RUN_LIMIT) total += encode(word.slice(at, at + RUN_LIMIT), AS_TEXT);
  return total;
}
