/** Terms of a search index, and of the queries put to it. */
import { identifiers } from './words.ts';

/** Words that tell nothing apart: left out of descriptions, and of queries that hold other words. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by can for from has have if in is it its more not of on or ' +
    'that the their then there these this to was when which will with you your'
  ).split(' '),
);

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

/**
 * The distinct terms that a record must hold, each as a prefix. Stop words are dropped where other words are left; the
 * last word stays, since it may be the beginning of a longer one.
 * @param query what was typed
 */
export function queryTerms(query: string): string[] {
  const all = terms(query);
  // The last one may be the beginning of another word, unless a single letter is all there is of it.
  const mayGrow = (index: number) => index === all.length - 1 && (index === 0 || all[index]!.length > 1);
  const kept = all.filter((term, index) => mayGrow(index) || !STOP_WORDS.has(term));
  return [...new Set(kept)];
}
