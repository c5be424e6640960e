/** What was made of words: a corpus repeats the same ones over and over. */
import { ownCopy } from './own-copy.ts';

export interface WordMemo<V> {
  /** @returns what was made of the word, now or before */
  get(word: string): V;
  clear(): void;
}

/**
 * Words that are asked for again and again are held for ever; of the others half are forgotten from time to time.
 * @param most words that are held
 * @param longest units of a word that is held: longer ones hardly ever occur twice
 * @param make what is made of a word
 */
export function wordMemo<V extends {}>(most: number, longest: number, make: (word: string) => V): WordMemo<V> {
  let recent = new Map<string, V>();
  let before = new Map<string, V>();
  const hold = (word: string, value: V): void => {
    if (recent.size >= most / 2) [before, recent] = [recent, new Map()];
    recent.set(word, value);
  };
  return {
    get(word) {
      const known = recent.get(word);
      if (known !== undefined) return known;
      const old = before.get(word);
      const value = old ?? make(word);
      if (word.length <= longest) hold(ownCopy(word), value);
      return value;
    },
    clear() {
      recent = new Map();
      before = new Map();
    },
  };
}
