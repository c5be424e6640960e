/** What no column holds, within bounds: the whole record is kept in raw. */
import { restOf } from '../chat/chat-adapter.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { shorten } from '../text/plain.ts';

/** The most of one text that metadata repeats, in UTF-16 code units. */
const TEXT_LIMIT = 10_000;

/**
 * @param held fields that columns hold
 * @returns the other fields as JSON text, long texts cut with an ellipsis; null where none is left
 */
export function boundedRest(value: JsonObject, held: readonly string[]): string | null {
  const rest = restOf(value, held);
  return rest === null || rest.length <= TEXT_LIMIT ? rest : JSON.stringify(bounded(JSON.parse(rest)));
}

function bounded(value: unknown): unknown {
  if (typeof value === 'string') return shorten(value, TEXT_LIMIT);
  if (Array.isArray(value)) return value.map(bounded);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, bounded(field)]));
}
