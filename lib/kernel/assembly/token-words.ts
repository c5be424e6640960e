/**
 * Where a word of the encoding o200k_base ends, as its pattern has it (O200K_TOKEN_SPLIT_REGEX of gpt-tokenizer, from
 * OpenAI's tiktoken), as long as all is ASCII.
 */
import { DIGIT, END, kindAt, LOWER, MARK, NEWLINE, SPACE, UPPER, WIDE } from './units';

const BLANK: u8 = 0x20;
const APOSTROPHE: u8 = 0x27;
const SLASH: u8 = 0x2f;
const MOST_DIGITS: usize = 3;

/** Bit that tells small letters of ASCII from capitals. */
const SMALL: u8 = 0x20;

/**
 * @param from address where the word begins, before the end of the text
 * @returns address where it ends, or 0 where that depends on a unit that is not ASCII
 */
export function tokenWordEnd(from: usize): usize {
  const first = kindAt(from);
  if (first == LOWER || first == UPPER) return lettersEnd(from);
  if (first == DIGIT) return digitsEnd(from);
  if (first == WIDE) return 0;
  const second = kindAt(from + 1);
  if (first != NEWLINE && (second == LOWER || second == UPPER)) return lettersEnd(from + 1);
  if (second == WIDE) return 0;
  const isMark = first == MARK || (second == MARK && load<u8>(from) == BLANK);
  return isMark ? marksEnd(from + 1) : spacesEnd(from);
}

/** Capitals, then small letters, then a contraction such as 's or 'LL. */
function lettersEnd(from: usize): usize {
  let at = from;
  let kind = kindAt(at);
  while (kind == UPPER) kind = kindAt(++at);
  while (kind == LOWER) kind = kindAt(++at);
  if (kind == WIDE) return 0;
  return load<u8>(at) == APOSTROPHE ? contractionEnd(at) : at;
}

/** @returns address behind it, or that of the apostrophe where there is none */
function contractionEnd(at: usize): usize {
  if (kindAt(at + 1) == WIDE) return 0;
  switch (load<u8>(at + 1) | SMALL) {
    case 0x73: // s
    case 0x64: // d
    case 0x6d: // m
    case 0x74: // t
      return at + 2;
    case 0x6c: // ll
      return longContractionEnd(at, 0x6c);
    case 0x76: // ve
    case 0x72: // re
      return longContractionEnd(at, 0x65);
    default:
      return at;
  }
}

function longContractionEnd(at: usize, letter: u8): usize {
  if (kindAt(at + 2) == WIDE) return 0;
  return (load<u8>(at + 2) | SMALL) == letter ? at + 3 : at;
}

function digitsEnd(from: usize): usize {
  let at = from + 1;
  while (at < from + MOST_DIGITS) {
    const kind = kindAt(at);
    if (kind == WIDE) return 0;
    if (kind != DIGIT) break;
    at++;
  }
  return at;
}

/** What is neither letter, digit nor space, and then line ends and slashes. */
function marksEnd(from: usize): usize {
  let at = from;
  let kind = kindAt(at);
  while (kind == MARK) kind = kindAt(++at);
  while (kind == NEWLINE || (kind == MARK && load<u8>(at) == SLASH)) kind = kindAt(++at);
  return kind == WIDE ? 0 : at;
}

/** To the last line end of a run; where it has none, all of it but the space that belongs to what follows. */
function spacesEnd(from: usize): usize {
  let afterLine: usize = 0;
  let at = from;
  let kind = kindAt(at);
  for (; kind == NEWLINE || kind == SPACE; kind = kindAt(++at)) if (kind == NEWLINE) afterLine = at + 1;
  if (kind == WIDE) return 0;
  if (afterLine != 0) return afterLine;
  return kind == END || at - from == 1 ? at : at - 1;
}
