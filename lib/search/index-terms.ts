/** Terms of the texts that go into a search index: apart from those of queries, since the tables of words take megabytes. */
import { ownCopy } from '../adapters/text/own-copy.ts';
import { LONGEST_WORD, wordTable } from '../adapters/text/word-table.ts';
import { isStopWord } from './terms.ts';
import { identifierAt, identifierPlaces, isAscii } from './words.ts';

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
