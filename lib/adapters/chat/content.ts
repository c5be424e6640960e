/** Content of a message: text, or a list of typed parts. */
import { isObject, type JsonObject } from '../json-value.ts';
import type { UnpairedStep } from '../pairing.ts';
import type { JsonSource } from '../text/json-source.ts';
import { asJson } from './steps.ts';

export type ContentFields = Pick<UnpairedStep, 'content' | 'content_type' | 'reasoning' | 'parts' | 'note'>;

const TEXT_TYPES = new Set(['text', 'input_text', 'output_text']);
const REASONING_TYPES = new Set(['thinking', 'reasoning', 'reasoning_text']);
const REASONING_KEYS = ['thinking', 'reasoning', 'text', 'value', 'content'];

/**
 * @param content a string, null, a list of parts, or an object, which is then JSON
 * @param source text of an object, where it is at hand
 * @returns texts in `content`, thoughts in `reasoning`; what neither holds, signatures among it, in `parts`
 */
export function contentFields(content: unknown, source: JsonSource = asJson): ContentFields {
  const fields = { content: null, content_type: null, reasoning: null, parts: null, note: null };
  if (content === null || content === undefined) return fields;
  if (typeof content === 'string') return { ...fields, content };
  if (!Array.isArray(content)) return { ...fields, content: source([], content), content_type: 'application/json' };
  const sorted = content.map(partOf);
  const texts = sorted.flatMap(({ text }) => (text === null ? [] : [text]));
  const thoughts = sorted.flatMap(({ reasoning }) => (reasoning === null ? [] : [reasoning]));
  return {
    ...fields,
    content: joined(texts),
    reasoning: joined(thoughts),
    parts: partsText(sorted.flatMap(({ rest }) => (rest === null ? [] : [rest]))),
    note: texts.length > 1 ? `${texts.length} texts of the message, joined by line breaks` : null,
  };
}

/** @returns parts as JSON text, null where there are none */
export function partsText(parts: readonly unknown[]): string | null {
  return parts.length === 0 ? null : JSON.stringify(parts);
}

/** @returns texts one below the other, null where there are none */
export function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n');
}

interface Part {
  readonly text: string | null;
  readonly reasoning: string | null;
  /** What is left to keep. */
  readonly rest: unknown;
}

function partOf(part: unknown): Part {
  const nothing = { text: null, reasoning: null, rest: null };
  if (typeof part === 'string') return { ...nothing, text: part };
  if (!isObject(part)) return { ...nothing, rest: part };
  const type = typeof part['type'] === 'string' ? part['type'] : '';
  const textKey = ['text', 'value', 'content'].find((key) => typeof part[key] === 'string');
  if ((TEXT_TYPES.has(type) || type === '') && textKey !== undefined) {
    return { ...nothing, text: part[textKey] as string, rest: without(part, [textKey]) };
  }
  const thoughtKey = REASONING_KEYS.find((key) => typeof part[key] === 'string');
  if (REASONING_TYPES.has(type) && thoughtKey !== undefined) {
    return { ...nothing, reasoning: part[thoughtKey] as string, rest: without(part, [thoughtKey]) };
  }
  return { ...nothing, rest: part };
}

/** @returns a part without fields that are stored elsewhere; null where it then says nothing but its type */
export function without(part: JsonObject, keys: readonly string[]): JsonObject | null {
  const rest = Object.entries(part).filter(([key, value]) => !keys.includes(key) && value !== null);
  return rest.some(([key]) => key !== 'type') ? Object.fromEntries(rest) : null;
}
