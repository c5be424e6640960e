/** Remembers what was derived from an object: documents share parameters, responses and schemas between operations. */
export class Memo<K extends object, V> {
  readonly #known = new Map<K, V>();

  /** @returns what `make` returned for this key the first time */
  get(key: K, make: (key: K) => V): V {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    this.#known.set(key, made);
    return made;
  }
}
