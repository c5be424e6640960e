/** Responses that are described by Python's names of types: `{"id": "str", "tags": ["list of str with length 3"]}`. */
import { isObject, type JsonObject } from '../json-value.ts';

const TYPES: Readonly<Record<string, string>> = {
  str: 'string',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  NoneType: 'null',
  list: 'array',
  dict: 'object',
};

/** How many items a sample had; it is no field of theirs. */
const LENGTH = '_list_length';

/** Deeper than any response; what lies below is left open. */
const DEPTH = 64;

/**
 * @param template an object, or the JSON text of one, which its source may have cut off
 * @returns JSON Schema of the response; null where the template says nothing of it
 */
export function templateSchema(template: unknown): JsonObject | null {
  const value = typeof template === 'string' ? parsed(template) : template;
  return isObject(value) || Array.isArray(value) ? schemaOf(value, 0) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function schemaOf(value: unknown, depth: number): JsonObject {
  if (depth > DEPTH) return {};
  if (typeof value === 'string') return namedType(value);
  if (Array.isArray(value)) return listOf(value, depth);
  if (!isObject(value)) return {};
  const fields = Object.entries(value).filter(([name]) => name !== LENGTH);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, one]) => [name, schemaOf(one, depth + 1)])),
  };
}

/** One item stands for all; it may say in words what they are, list included. */
function listOf([item]: readonly unknown[], depth: number): JsonObject {
  const items = item === undefined ? {} : schemaOf(item, depth + 1);
  return typeof item === 'string' && items['type'] === 'array' ? items : { type: 'array', items };
}

function namedType(name: string): JsonObject {
  const list = /^(?:empty list$|list of (\w+) with length )/.exec(name);
  if (list) return { type: 'array', items: namedType(list[1] ?? '') };
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  return type === undefined ? {} : { type };
}
