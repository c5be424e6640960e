/** Pseudo-random values for property tests: the same seed gives the same values. */
import { uniform } from '../stats/random.ts';

/** Characters that break naive codecs, among plain ones. */
const ALPHABET = [...'abcXYZ019 ,.\\/-_~%&=#?+"\'<>;:|\t\n\0', 'é', '漢', '\u{1f600}', '\u202e'];

export interface Random {
  /** @returns an integer from 0 up to, not including, `limit` */
  below(limit: number): number;
  text(maxLength: number): string;
  pick<T>(values: readonly T[]): T;
  list<T>(min: number, max: number, make: () => T): T[];
}

/** @param seed any integer */
export function randomOf(seed: number): Random {
  const next = uniform(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(values: readonly T[]) => values[below(values.length)]!;
  const list = <T>(min: number, max: number, make: () => T) => Array.from({ length: min + below(max - min + 1) }, make);
  return { below, pick, list, text: (maxLength) => list(0, maxLength, () => pick(ALPHABET)).join('') };
}
