/** Names of types as declarations write them in prose: Python annotations, Java and JavaScript, RapidAPI. */
import type { JsonObject } from '../json-value.ts';

const NAMES: Readonly<Record<string, JsonObject>> = {
  ...named({ type: 'string' }, 'string str text char character'),
  ...named({ type: 'integer' }, 'integer int int32 int64 long short byte bigint'),
  ...named({ type: 'number' }, 'number float double decimal numeric real'),
  ...named({ type: 'boolean' }, 'boolean bool'),
  ...named({ type: 'array' }, 'array list arraylist tuple set sequence iterable'),
  ...named({ type: 'object' }, 'object dict dictionary hashmap map mapping'),
  ...named({ type: 'null' }, 'null none nonetype'),
  ...named({}, 'any'),
};

/** Containers whose one argument is the type of their items. */
const LISTS = new Set('list array arraylist set sequence iterable'.split(' '));
/** Containers whose last argument is the type of their values. */
const MAPS = new Set('dict dictionary hashmap map mapping'.split(' '));

/** How deep types within types are read. */
const MAX_DEPTH = 16;

function named(schema: JsonObject, names: string): Record<string, JsonObject> {
  return Object.fromEntries(names.split(' ').map((name) => [name, schema]));
}

/**
 * @param text a type: `string`, `List[int]`, `Optional[str]`, `dict[str, float]`, `int | None`, `STRING`,
 *   `DATE (YYYY-MM-DD)`
 * @returns the JSON Schema of its values, `{}` for any value; null where the name is not known, which judges nothing
 */
export function typeSchema(text: string, depth = 0): JsonObject | null {
  const type = text.trim().replace(/^(?:typing|t|collections\.abc)\./i, '');
  if (type === '' || depth > MAX_DEPTH) return null;
  const alternatives = splitTop(type, '|');
  if (alternatives.length > 1) return union(alternatives, depth);
  const generic = /^([A-Za-z]+)\s*[[<](.*)[\]>]$/s.exec(type);
  if (generic) return genericSchema(generic[1]!.toLowerCase(), generic[2]!, depth);
  // RapidAPI writes the form of a date or time behind the word; both are sent as text.
  const dated = /^(date|time) \(.*\)$/i.exec(type);
  if (dated) return { type: 'string', format: dated[1]!.toLowerCase() };
  const name = type.toLowerCase();
  return Object.hasOwn(NAMES, name) ? NAMES[name]! : null;
}

function genericSchema(name: string, inner: string, depth: number): JsonObject | null {
  const parts = splitTop(inner, ',');
  if (name === 'optional') return union([...parts, 'None'], depth);
  if (name === 'union') return union(parts, depth);
  if (name === 'literal') return literal(parts);
  if (name === 'tuple') return tuple(parts, depth);
  if (LISTS.has(name)) return { type: 'array', items: typeSchema(inner, depth + 1) ?? {} };
  if (MAPS.has(name))
    return { type: 'object', additionalProperties: (parts[1] && typeSchema(parts[1], depth + 1)) || {} };
  return null;
}

function tuple(parts: readonly string[], depth: number): JsonObject {
  const items = parts.map((part) => typeSchema(part, depth + 1) ?? {});
  return parts[1] === '...'
    ? { type: 'array', items: items[0]! }
    : { type: 'array', prefixItems: items, maxItems: items.length };
}

function literal(parts: readonly string[]): JsonObject | null {
  const values = parts.map((part) => {
    const quoted = /^(['"])(.*)\1$/s.exec(part)?.[2];
    if (quoted !== undefined) return quoted;
    return /^-?\d+(?:\.\d+)?$/.test(part) ? Number(part) : { True: true, False: false, None: null }[part];
  });
  return values.includes(undefined) ? null : { enum: values };
}

/** One unknown alternative may be anything, and so may the whole. */
function union(alternatives: readonly string[], depth: number): JsonObject | null {
  const schemas = alternatives.map((one) => typeSchema(one, depth + 1));
  if (!schemas.every((one) => one !== null)) return null;
  return anyOfTypes(schemas);
}

/** @returns a schema for values of any of these types, written as a list of names where that is enough */
export function anyOfTypes(schemas: readonly JsonObject[]): JsonObject {
  if (schemas.some((schema) => Object.keys(schema).length === 0)) return {};
  const plain = schemas.every((schema) => typeof schema['type'] === 'string' && Object.keys(schema).length === 1);
  if (!plain) return { anyOf: schemas };
  const types = [...new Set(schemas.map((schema) => schema['type']))];
  return { type: types.length === 1 ? types[0] : types };
}

/** Splits at a separator that stands in no brackets and no quotes. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if ('[<('.includes(char)) depth++;
    else if (']>)'.includes(char)) depth--;
    else if (char === separator && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}
