/** The words of a unit's records, numbered as they are met: records are staged with these numbers, and each word once. */
import { termCount, termGeneration, termOf } from '../../lib/search/term-numbers.ts';

/** Words that are told of at once. */
const BATCH = 4_096;

export class UnitWords {
  readonly #tell: (first: number, terms: readonly string[]) => void;
  /** Those that were numbered last. */
  #untold: string[] = [];
  /** Words by the thread's number of the term, one more than they are; 0 where the term has none yet. */
  #byTerm = new Int32Array(0);
  #generation = termGeneration();
  #count = 0;

  /**
   * @param tell told of words in the order of their numbers, from the first one's on; a word comes once more, under another
   *   number, where the thread's numbers were given anew
   */
  constructor(tell: (first: number, terms: readonly string[]) => void) {
    this.#tell = tell;
  }

  /** To be called before the words of a record are asked for. */
  begin(): void {
    if (this.#generation !== termGeneration()) this.#byTerm.fill(0);
    this.#generation = termGeneration();
    if (this.#byTerm.length >= termCount()) return;
    const wider = new Int32Array(2 * termCount());
    wider.set(this.#byTerm);
    this.#byTerm = wider;
  }

  /**
   * @param term its number in this thread
   * @returns its number in this unit
   */
  wordOf(term: number): number {
    const known = this.#byTerm[term]!;
    if (known !== 0) return known - 1;
    this.#untold.push(termOf(term));
    this.#count += 1;
    this.#byTerm[term] = this.#count;
    if (this.#untold.length >= BATCH) this.flush();
    return this.#count - 1;
  }

  /** Tells of the words that were not told of yet. */
  flush(): void {
    if (this.#untold.length === 0) return;
    this.#tell(this.#count - this.#untold.length, this.#untold);
    this.#untold = [];
  }
}
