/** Terms of the catalogue's search index, and of the queries put to it. */
import { ownCopy } from '../adapters/text/own-copy.ts';
import { identifierAt, identifiers, identifierTexts } from './words.ts';

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
const MAX_KNOWN = 100_000;

/** @returns a function that gives the terms of an identifier that pass a test */
function identifierTerms(test: (term: string) => boolean): (identifier: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (identifier) => {
    const found = known.get(identifier);
    if (found !== undefined) return found;
    const own = ownCopy(identifier);
    const { parts, whole } = identifierAt(own, 0);
    const all = (parts.length > 1 ? [...parts, whole] : parts).map(({ term }) => ownCopy(term)).filter(test);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(own, all);
    return all;
  };
}

const everyTerm = identifierTerms(() => true);
const tellingTerm = identifierTerms((term) => !isStopWord(term));

function listed(text: string, termsOf: (identifier: string) => readonly string[]): string[] {
  const found: string[] = [];
  // Not flatMap, which takes twice as long.
  for (const identifier of identifierTexts(text)) for (const term of termsOf(identifier)) found.push(term);
  return found;
}

/** As `terms`, and also each identifier of several parts as one term: `getUserById` and `get_user_by_id` alike. */
export function indexTerms(text: string): string[] {
  return listed(text, everyTerm);
}

/** As `indexTerms`, without the words that tell nothing apart. */
export function tellingTerms(text: string): string[] {
  return listed(text, tellingTerm);
}

/**
 * The distinct terms that a record must hold, each as a prefix. Stop words are dropped where other words are left; the
 * last word stays, since it may be the beginning of a longer one.
 * @param query what was typed
 */
export function queryTerms(query: string): string[] {
  const all = terms(query);
  const kept = all.filter((term, index) => index === all.length - 1 || !isStopWord(term));
  return [...new Set(kept)];
}
