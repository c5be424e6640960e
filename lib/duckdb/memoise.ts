/** Work that is done once. */

/** Runs work once per key; what failed is forgotten, so that it can be tried again. */
export function memoise<K, V>(map: Map<K, Promise<V>>, key: K, work: () => Promise<V>): Promise<V> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const promise = work();
  map.set(key, promise);
  promise.catch(() => map.delete(key));
  return promise;
}
