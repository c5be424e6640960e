/**
 * The terms of texts that go into a search index, as numbers: a corpus repeats the same words over and over, and numbers are
 * counted much faster than texts. Apart from the terms of queries, since what is held takes megabytes.
 */
import { kernel } from '../kernel/kernel.ts';
import { ownCopy } from '../adapters/text/own-copy.ts';
import { wordMemo } from '../adapters/text/word-memo.ts';
import { STOP_WORDS } from './terms.ts';
import { identifierAt, nextIdentifier } from './words.ts';

/** Numbers that are given before all begin again. */
const MOST_TERMS = 1 << 18;

/** Identifiers that the kernel does not hold, since they are long or not ASCII, and are held here with their terms. */
const OTHER_IDENTIFIERS = 50_000;
const LONGEST_OTHER = 256;

const numbers = new Map<string, number>();
const texts: string[] = [];
let generation = 0;
const others = wordMemo(OTHER_IDENTIFIERS, LONGEST_OTHER, made);

numberStopWords();

/** The first numbers are those of words that tell nothing apart. */
function numberStopWords(): void {
  for (const word of STOP_WORDS) numberOf(word);
}

/** Gives all numbers anew: those that were given no longer hold. */
function forgetTerms(): void {
  generation += 1;
  numbers.clear();
  texts.length = 0;
  others.clear();
  kernel.clearIdentifiers();
  numberStopWords();
}

/** To be called before the first term of a record: numbers hold as long as it is worked on. */
export function beginRecord(): void {
  if (texts.length > MOST_TERMS) forgetTerms();
}

/** @returns how often numbers were given anew: what is known by number holds as long as this is the same */
export function termGeneration(): number {
  return generation;
}

/** @returns the term that has the number */
export function termOf(number: number): string {
  return texts[number]!;
}

/** @returns how many numbers there are: each one that was given is smaller */
export function termCount(): number {
  return texts.length;
}

/** As `terms`, and also each identifier of several parts as one term: `getUserById` and `get_user_by_id` alike. */
export function indexTerms(text: string): number[] {
  return listTerms(text, 0);
}

/** As `indexTerms`, without the words that tell nothing apart. */
export function tellingTerms(text: string): number[] {
  return listTerms(text, STOP_WORDS.size);
}

/** @param least numbers below it are left out */
function listTerms(text: string, least: number): number[] {
  const found: number[] = [];
  for (let from = 0; from < text.length;) {
    const length = kernel.takePiece(text, from);
    let at = 0;
    for (;;) {
      at = kernel.listTerms(at, length, least);
      const known = kernel.terms();
      for (let i = 0; i < known; i++) found.push(kernel.foundTerms[i]!);
      if (at >= length) break;
      const end = kernel.endOfIdentifier(at);
      const [start, to] = end === 0 ? nextIdentifier(text, from + at) : [from + at, from + end];
      const identifier = text.slice(start, to);
      const isHeld = end !== 0 && end - at <= kernel.longestWord;
      const those = isHeld ? made(identifier) : others.get(identifier);
      if (isHeld) {
        kernel.foundTerms.set(those);
        kernel.addIdentifier(at, end, those.length);
      }
      for (const term of those) if (term >= least) found.push(term);
      at = to - from;
    }
    from += at;
  }
  return found;
}

function made(identifier: string): readonly number[] {
  if (identifier === '') return [];
  const { parts, whole } = identifierAt(identifier, 0);
  return (parts.length > 1 ? [...parts, whole] : parts).map(({ term }) => numberOf(term));
}

function numberOf(term: string): number {
  const known = numbers.get(term);
  if (known !== undefined) return known;
  const number = texts.length;
  const own = ownCopy(term);
  numbers.set(own, number);
  texts.push(own);
  return number;
}
