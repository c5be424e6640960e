/** Promises by key, the least recently used forgotten: what `use()` needs to get the same promise on each render. */

import { tellSettled } from './settled.ts';

/** How long a failure is remembered: long enough to be rendered, and then the next visit tries again. */
const FAILURE_KEPT_MS = 3_000;

export class PromiseCache<V> {
  readonly #entries = new Map<string, Promise<V>>();
  readonly #failed = new Set<string>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * @param key of the question
   * @param ask asks it, where no answer is known or under way
   * @param forgetAtOnce failures that nobody is shown, such as cancellation
   */
  get(key: string, ask: () => Promise<V>, forgetAtOnce: (error: unknown) => boolean = () => false): Promise<V> {
    const known = this.#entries.get(key);
    const promise = known ?? ask();
    this.#entries.delete(key);
    this.#entries.set(key, promise);
    if (known === undefined) {
      promise.then(
        // Where React looks before it waits: what was read ahead is drawn at once, without a placeholder.
        (value) => {
          Object.assign(promise, { status: 'fulfilled', value });
          tellSettled();
        },
        (error: unknown) => {
          tellSettled();
          if (forgetAtOnce(error)) this.#forget(key, promise);
          else {
            this.#failed.add(key);
            setTimeout(() => this.#forget(key, promise), FAILURE_KEPT_MS);
          }
        },
      );
      this.#trim();
    }
    return promise;
  }

  /** Forgets every failure, so that the next render asks again. */
  forgetFailures(): void {
    for (const key of this.#failed) this.#entries.delete(key);
    this.#failed.clear();
  }

  #forget(key: string, promise: Promise<V>): void {
    if (this.#entries.get(key) !== promise) return;
    this.#entries.delete(key);
    this.#failed.delete(key);
  }

  #trim(): void {
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#limit && oldest !== undefined) this.#entries.delete(oldest);
  }
}
