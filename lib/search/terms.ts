/** Terms of the catalogue's search index, and of the queries put to it. */
import { ownCopy } from '../adapters/text/own-copy.ts';
import { LONGEST_WORD, wordTable } from '../adapters/text/word-table.ts';
import { identifierAt, identifierPlaces, identifiers, isAscii } from './words.ts';

/** Words that tell nothing apart: left out of descriptions, and of queries that hold other words. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by can for from has have if in is it its more not of on or ' +
    'that the their then there these this to was when which will with you your'
  ).split(' '),
);

export function isStopWord(term: string): boolean {
  return STOP_WORDS.has(term);
}

/**
 * The words of a text: Unicode-normalised (NFKC), in lower case, split at all that is no letter or digit and where
 * camelCase begins a new part.
 * @returns terms in order, repetitions included, each at most 40 characters long
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const { parts } of identifiers(text)) for (const { term } of parts) found.push(term);
  return found;
}

/** Identifiers that are remembered with their terms: a corpus repeats the same words over and over. */
const ASCII_WORDS = 1 << 17;
const OTHER_WORDS = 50_000;

/** @returns a function that lists the terms of a text that pass a test */
function termLister(test: (term: string) => boolean): (text: string) => string[] {
  const words = wordTable(ASCII_WORDS);
  const termsOfWord: (readonly string[])[] = [];
  const others = new Map<string, readonly string[]>();
  const made = (identifier: string): readonly string[] => {
    const { parts, whole } = identifierAt(identifier, 0);
    return (parts.length > 1 ? [...parts, whole] : parts).map(({ term }) => ownCopy(term)).filter(test);
  };
  const ofOther = (identifier: string): readonly string[] => {
    const known = others.get(identifier);
    if (known !== undefined) return known;
    const found = made(identifier);
    if (others.size >= OTHER_WORDS) others.clear();
    others.set(ownCopy(identifier), found);
    return found;
  };
  const termsAt = (text: string, from: number, to: number): readonly string[] => {
    if (to - from > LONGEST_WORD) return made(text.slice(from, to));
    const known = words.find(text, from, to);
    if (known !== -1) return termsOfWord[known]!;
    const identifier = text.slice(from, to);
    if (!isAscii(identifier)) return ofOther(identifier);
    const found = made(identifier);
    termsOfWord[words.add(text, from, to)] = found;
    return found;
  };
  return (text) => {
    const found: string[] = [];
    const places = identifierPlaces(text);
    for (let i = 0; i < places.length; i += 2) {
      const those = termsAt(text, places[i]!, places[i + 1]!);
      // Not push(...), which takes twice as long.
      for (let no = 0; no < those.length; no++) found.push(those[no]!);
    }
    return found;
  };
}

/** As `terms`, and also each identifier of several parts as one term: `getUserById` and `get_user_by_id` alike. */
export const indexTerms = termLister(() => true);

/** As `indexTerms`, without the words that tell nothing apart. */
export const tellingTerms = termLister((term) => !isStopWord(term));

/**
 * The distinct terms that a record must hold, each as a prefix. Stop words are dropped where other words are left; the
 * last word stays, since it may be the beginning of a longer one.
 * @param query what was typed
 */
export function queryTerms(query: string): string[] {
  const all = terms(query);
  // The last one may be the beginning of another word, unless a single letter is all there is of it.
  const mayGrow = (index: number) => index === all.length - 1 && (index === 0 || all[index]!.length > 1);
  const kept = all.filter((term, index) => mayGrow(index) || !isStopWord(term));
  return [...new Set(kept)];
}
