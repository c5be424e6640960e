/**
 * Token counts (o200k_base), made fast and bounded. A text is split into words by the encoding's own pattern, as the
 * tokenizer does itself, and each distinct word is encoded once. The one exception: a word longer than RUN_LIMIT is
 * counted in pieces, since merging is quadratic in its length (100,000 equal letters would take 8 s).
 */
import { countTokens as encode } from 'gpt-tokenizer/encoding/o200k_base';
import { O200K_TOKEN_SPLIT_REGEX } from 'gpt-tokenizer/encodingParams/constants';
import { wordMemo } from '../adapters/text/word-memo.ts';
import { kernel } from '../kernel/kernel.ts';

/** Characters of a word that are merged together. */
export const RUN_LIMIT = 512;

/** Words that the kernel does not hold, since they are long or not ASCII, and are held here with their counts. */
const OTHER_WORDS = 200_000;
const LONGEST_OTHER = 48;

/** A special token such as `<|endoftext|>` is plain text in a corpus. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** The pattern, at one place: it matches everywhere, since each character is in one of its parts. */
const WORD = new RegExp(O200K_TOKEN_SPLIT_REGEX.source, 'yu');

const otherWords = wordMemo(OTHER_WORDS, LONGEST_OTHER, countWord);

/**
 * Counts the tokens of a text.
 * @param text any text, also malformed Unicode
 * @returns tokens
 */
export function countTokens(text: string): number {
  let total = 0;
  for (let from = 0; from < text.length;) {
    const length = kernel.takePiece(text, from);
    let at = 0;
    for (;;) {
      at = kernel.countTokens(at, length);
      total += kernel.tokens();
      if (at >= length) break;
      const end = kernel.endOfTokenWord(at);
      const to = end === 0 ? patternEnd(text, from + at) : from + end;
      const word = text.slice(from + at, to);
      const isHeld = end !== 0 && end - at <= kernel.longestWord;
      const tokens = isHeld ? countWord(word) : otherWords.get(word);
      if (isHeld) kernel.addTokenWord(at, end, tokens);
      total += tokens;
      at = to - from;
    }
    from += at;
  }
  return total;
}

function patternEnd(text: string, from: number): number {
  WORD.lastIndex = from;
  WORD.test(text);
  return WORD.lastIndex;
}

function countWord(word: string): number {
  if (word.length <= RUN_LIMIT) return encode(word, AS_TEXT);
  let total = 0;
  for (let at = 0; at < word.length; at += RUN_LIMIT) total += encode(word.slice(at, at + RUN_LIMIT), AS_TEXT);
  return total;
}
