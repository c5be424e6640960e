/** What was made of words: a corpus repeats the same ones over and over. */
import { ownCopy } from './own-copy.ts';

export interface WordMemo<V> {
  /** @returns what was made of the word, now or before */
  get(word: string): V;
  clear(): void;
}

/**
 * @param most words that are held; after so many all are forgotten
 * @param longest units of a word that is held: longer ones hardly ever occur twice
 * @param make what is made of a word
 */
export function wordMemo<V extends {}>(most: number, longest: number, make: (word: string) => V): WordMemo<V> {
  const made = new Map<string, V>();
  return {
    get(word) {
      const known = made.get(word);
      if (known !== undefined) return known;
      const value = make(word);
      if (word.length > longest) return value;
      if (made.size >= most) made.clear();
      made.set(ownCopy(word), value);
      return value;
    },
    clear: () => made.clear(),
  };
}
