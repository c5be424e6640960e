/** JSON as JSON.stringify writes it: no repeated key, no number that parsing changes, and no space to look for. */
import { isObject, type JsonObject } from '../json-value.ts';

/**
 * Compares a text with what its value is written as, part by part, so that no second copy of a large text is made.
 * @param text the JSON text
 * @param value what JSON.parse returned for it
 * @returns the source text of each operation (`/paths/PATH/METHOD`), or null where the text is written in another way
 */
export function canonicalOperations(text: string, value: unknown): ReadonlyMap<unknown, string> | null {
  const operations = new Map<unknown, string>();
  let at = 0;
  const take = (piece: string): boolean => {
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
    return true;
  };
  const leaf = (part: unknown): boolean => take(JSON.stringify(part));
  const members = (owner: JsonObject, member: (key: string, part: unknown) => boolean): boolean => {
    let opening = '{';
    for (const [key, part] of Object.entries(owner)) {
      if (!take(`${opening}${JSON.stringify(key)}:`) || !member(key, part)) return false;
      opening = ',';
    }
    return take(opening === '{' ? '{}' : '}');
  };
  const operation = (_method: string, part: unknown): boolean => {
    const start = at;
    if (!leaf(part)) return false;
    operations.set(part, text.slice(start, at));
    return true;
  };
  const item = (_path: string, part: unknown): boolean => (isObject(part) ? members(part, operation) : leaf(part));
  const top = (key: string, part: unknown): boolean =>
    key === 'paths' && isObject(part) ? members(part, item) : leaf(part);
  const same = isObject(value) ? members(value, top) : leaf(value);
  return same && at === text.length ? operations : null;
}
