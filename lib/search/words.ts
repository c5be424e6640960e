/** Text into words, with their places: what the search index, its queries and the highlighting agree on. */

/** Longer terms are cut, in the index and in queries alike, so that a prefix still matches. */
const MAX_TERM_LENGTH = 40;

/** Letters, marks and digits; a single hyphen, underscore or dot holds an identifier together. */
const IDENTIFIER = /[\p{L}\p{N}\p{M}]+(?:[-_.][\p{L}\p{N}\p{M}]+)*/gu;
/** The same, for searches that begin in the middle: `matchAll` would begin where they left the pattern. */
const NEXT_IDENTIFIER = new RegExp(IDENTIFIER);
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Where camelCase begins a new part: `userId`, `s3Bucket`, `HTTPServer`. */
const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

export interface Word {
  readonly term: string;
  /** Place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** An identifier or word of a text: its parts, and itself as one term where it has several. */
export interface Identifier {
  readonly parts: readonly Word[];
  readonly whole: Word;
}

/** Most text is plain ASCII, where half of the work is not needed. */
const ASCII = /^[\0-\x7f]*$/;

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

function normalised(text: string): string {
  if (text.length <= MAX_TERM_LENGTH && isAscii(text)) return text.toLowerCase();
  const term = text.normalize('NFKC').toLowerCase();
  return term.length <= MAX_TERM_LENGTH ? term : term.slice(0, MAX_TERM_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

/** Parts of a run without separators. One letter at its start belongs to what follows: `OAuth`, `iPhone`. */
function partsOf(run: string, start: number): Word[] {
  // Nothing to split where no capital follows the first letter.
  if (run.slice(1) === run.slice(1).toLowerCase()) return [{ term: normalised(run), start, end: start + run.length }];
  const pieces = run.split(CAMEL);
  if (pieces.length > 1 && pieces[0]!.length === 1) pieces.splice(0, 2, pieces[0]! + pieces[1]!);
  let at = start;
  return pieces.map((piece) => {
    const word = { term: normalised(piece), start: at, end: at + piece.length };
    at = word.end;
    return word;
  });
}

const isAsciiWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0,
);
const isJoint = Uint8Array.from({ length: 128 }, (_, code) => (/[-_.]/.test(String.fromCharCode(code)) ? 1 : 0));

/**
 * Finds the identifiers of a text as IDENTIFIER does, which is asked only where a character is not ASCII.
 * @returns where each begins and ends, in order: two numbers an identifier
 */
export function identifierPlaces(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code < 128 && isAsciiWord[code] === 0) {
      at++;
      continue;
    }
    const end = asciiIdentifierEnd(text, at);
    if (end !== -1) {
      places.push(at, end);
      at = end;
      continue;
    }
    NEXT_IDENTIFIER.lastIndex = at;
    const found = NEXT_IDENTIFIER.exec(text);
    if (found === null) break;
    at = NEXT_IDENTIFIER.lastIndex;
    places.push(found.index, at);
  }
  return places;
}

/** @returns where the identifier that begins there ends, or -1 where a character that is not ASCII has a say in it */
function asciiIdentifierEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) return -1;
    if (isAsciiWord[code] === 1) continue;
    // A joint holds together what is on both of its sides.
    if (isJoint[code] === 0 || at + 1 === text.length) return at;
    const next = text.charCodeAt(at + 1);
    if (next >= 128) return -1;
    if (isAsciiWord[next] === 0) return at;
  }
  return text.length;
}

/**
 * @param found the text of an identifier
 * @param index where it stands in the text
 */
export function identifierAt(found: string, index: number): Identifier {
  const parts: Word[] = [];
  if (/[-_.]/.test(found)) {
    for (const { 0: run, index: offset } of found.matchAll(RUN)) parts.push(...partsOf(run, index + offset));
  } else parts.push(...partsOf(found, index));
  const whole = normalised(parts.map((part) => part.term).join(''));
  return { parts, whole: { term: whole, start: index, end: index + found.length } };
}

/** @returns the identifiers and words of a text, in order, with their places */
export function* identifiers(text: string): Generator<Identifier> {
  for (const { 0: found, index } of text.matchAll(IDENTIFIER)) yield identifierAt(found, index);
}
