/** Which shards of a table may hold an id, by the ranges that corpus.json states. */
import type { Shard } from './manifest.ts';

/**
 * The shards of a table that may hold an id, by the manifest's ranges alone.
 * @param shards shards of one table, in order
 * @param id value of the table's first sort column
 */
export function shardsOf(shards: readonly Shard[], id: string): Shard[] {
  return shards.filter((entry) => compareIds(entry.first_id, id) <= 0 && compareIds(id, entry.last_id) <= 0);
}

/** Order of ids by code point, as DuckDB's binary collation sorts UTF-8. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return codePointOrder(left) - codePointOrder(right);
  }
  return a.length - b.length;
}

/** Code units in order of the code points they stand for: surrogates come after U+E000 to U+FFFF. */
function codePointOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
