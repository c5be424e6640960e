/** Text into words, with their places: what the search index, its queries and the highlighting agree on. */

/** Longer terms are cut, in the index and in queries alike, so that a prefix still matches. */
const MAX_TERM_LENGTH = 40;

/** An identifier that is longer is no name but data, such as base64: it is one word, and not a hundred. */
const MAX_IDENTIFIER_LENGTH = 128;

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

function isAscii(text: string): boolean {
  return ASCII.test(text);
}

function normalised(text: string): string {
  if (isAscii(text)) return text.slice(0, MAX_TERM_LENGTH).toLowerCase();
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

/**
 * @param from where to begin
 * @returns where the first identifier from there on begins and ends; twice the end of the text where there is none
 */
export function nextIdentifier(text: string, from: number): readonly [start: number, end: number] {
  NEXT_IDENTIFIER.lastIndex = from;
  const found = NEXT_IDENTIFIER.exec(text);
  return found === null ? [text.length, text.length] : [found.index, NEXT_IDENTIFIER.lastIndex];
}

/**
 * @param found the text of an identifier
 * @param index where it stands in the text
 */
export function identifierAt(found: string, index: number): Identifier {
  const end = index + found.length;
  if (found.length > MAX_IDENTIFIER_LENGTH) {
    const only = { term: normalised(found), start: index, end };
    return { parts: [only], whole: only };
  }
  const parts: Word[] = [];
  if (/[-_.]/.test(found)) {
    for (const { 0: run, index: offset } of found.matchAll(RUN)) parts.push(...partsOf(run, index + offset));
  } else parts.push(...partsOf(found, index));
  const whole = normalised(parts.map((part) => part.term).join(''));
  return { parts, whole: { term: whole, start: index, end } };
}

/** @returns the identifiers and words of a text, in order, with their places */
export function* identifiers(text: string): Generator<Identifier> {
  for (const { 0: found, index } of text.matchAll(IDENTIFIER)) yield identifierAt(found, index);
}
