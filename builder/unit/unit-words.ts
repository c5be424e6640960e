/** The words of a unit's records, numbered as they are met: records are staged with these numbers, and each word once. */
import { termCount, termGeneration, termOf } from '../../lib/search/term-numbers.ts';

export class UnitWords {
  readonly #tell: (word: number, term: string) => void;
  /** Words by the thread's number of the term, one more than they are; 0 where the term has none yet. */
  #byTerm = new Int32Array(0);
  #generation = termGeneration();
  #count = 0;

  /** @param tell told of each word as it is numbered; once more, under another number, where the thread's were given anew */
  constructor(tell: (word: number, term: string) => void) {
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
    this.#tell(this.#count, termOf(term));
    this.#count += 1;
    this.#byTerm[term] = this.#count;
    return this.#count - 1;
  }
}
