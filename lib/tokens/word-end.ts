/**
 * Where a word of the encoding o200k_base ends, as its pattern has it (O200K_TOKEN_SPLIT_REGEX of gpt-tokenizer, from
 * OpenAI's tiktoken), read by hand as long as all is ASCII: several times as fast as the pattern.
 */

/** Not ASCII: only the pattern knows. */
const WIDE = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const NEWLINE = 4;
const SPACE = 5;
const MARK = 6;
const END = 7;

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/.test(char)) return LOWER;
  if (/[A-Z]/.test(char)) return UPPER;
  if (/\d/.test(char)) return DIGIT;
  if (/[\r\n]/.test(char)) return NEWLINE;
  return /\s/.test(char) ? SPACE : MARK;
});

const BLANK = 0x20;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const MOST_DIGITS = 3;

/** Bit that tells small letters of ASCII from capitals. */
const SMALL = 0x20;

function kindAt(text: string, at: number): number {
  if (at >= text.length) return END;
  const code = text.charCodeAt(at);
  return code < KINDS.length ? KINDS[code]! : WIDE;
}

/**
 * @param from where the word begins, before the end of the text
 * @returns where it ends, or -1 where that depends on a character that is not ASCII
 */
export function asciiWordEnd(text: string, from: number): number {
  const first = kindAt(text, from);
  if (first === LOWER || first === UPPER) return lettersEnd(text, from);
  if (first === DIGIT) return digitsEnd(text, from);
  if (first === WIDE) return -1;
  const second = kindAt(text, from + 1);
  if (first !== NEWLINE && (second === LOWER || second === UPPER)) return lettersEnd(text, from + 1);
  if (second === WIDE) return -1;
  const isMark = first === MARK || (second === MARK && text.charCodeAt(from) === BLANK);
  return isMark ? marksEnd(text, from + 1) : spacesEnd(text, from);
}

/** Capitals, then small letters, then a contraction such as 's or 'LL. */
function lettersEnd(text: string, from: number): number {
  let at = from;
  let kind = kindAt(text, at);
  while (kind === UPPER) kind = kindAt(text, ++at);
  while (kind === LOWER) kind = kindAt(text, ++at);
  if (kind === WIDE) return -1;
  return kind === MARK && text.charCodeAt(at) === APOSTROPHE ? at + contraction(text, at) : at;
}

function contraction(text: string, at: number): number {
  switch (text.charCodeAt(at + 1) | SMALL) {
    case 0x73: // s
    case 0x64: // d
    case 0x6d: // m
    case 0x74: // t
      return 2;
    case 0x6c: // ll
      return (text.charCodeAt(at + 2) | SMALL) === 0x6c ? 3 : 0;
    case 0x76: // ve
    case 0x72: // re
      return (text.charCodeAt(at + 2) | SMALL) === 0x65 ? 3 : 0;
    default:
      return 0;
  }
}

function digitsEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < from + MOST_DIGITS) {
    const kind = kindAt(text, at);
    if (kind === WIDE) return -1;
    if (kind !== DIGIT) break;
    at++;
  }
  return at;
}

/** What is neither letter, digit nor space, and then line ends and slashes. */
function marksEnd(text: string, from: number): number {
  let at = from;
  let kind = kindAt(text, at);
  while (kind === MARK) kind = kindAt(text, ++at);
  while (kind === NEWLINE || (kind === MARK && text.charCodeAt(at) === SLASH)) kind = kindAt(text, ++at);
  return kind === WIDE ? -1 : at;
}

/** To the last line end of a run; where it has none, all of it but the space that belongs to what follows. */
function spacesEnd(text: string, from: number): number {
  let afterLine = -1;
  let at = from;
  let kind = kindAt(text, at);
  for (; kind === NEWLINE || kind === SPACE; kind = kindAt(text, ++at)) if (kind === NEWLINE) afterLine = at + 1;
  if (kind === WIDE) return -1;
  if (afterLine !== -1) return afterLine;
  return kind === END || at - from === 1 ? at : at - 1;
}
