/** Single keywords of a schema, each taken only where it says something that can be judged. */
import { isObject, stringsOf, type JsonObject } from '../json-value.ts';
import { anyOfTypes, typeSchema } from './type-names.ts';

const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;
const ANNOTATIONS = ['title', 'description', 'default', 'examples', 'format', 'deprecated', 'readOnly'] as const;

/** Longer patterns, and those that repeat a repetition, may take exponential time; they are not judged. */
const MAX_PATTERN = 500;
const NESTED_REPETITION = /\([^()]*[+*}][^()]*\)[+*{]/;

/** @returns what a schema says for people, as it says it */
export function annotations(schema: JsonObject): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const keyword of ANNOTATIONS) if (schema[keyword] !== undefined) found[keyword] = schema[keyword];
  return found;
}

/** @returns whether a pattern can be matched, and in a time that is no trouble */
export function isUsablePattern(pattern: unknown): pattern is string {
  if (typeof pattern !== 'string' || pattern.length > MAX_PATTERN || NESTED_REPETITION.test(pattern)) return false;
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** @returns bounds of numbers, lengths and lists; drafts 4 and OpenAPI 3.0 write an exclusive bound as a flag */
export function bounds(schema: JsonObject): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [inclusive, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (isNumber(schema[inclusive])) found[schema[exclusive] === true ? exclusive : inclusive] = schema[inclusive];
    if (isNumber(schema[exclusive])) found[exclusive] = schema[exclusive];
  }
  if (isNumber(schema['multipleOf']) && schema['multipleOf'] > 0) found['multipleOf'] = schema['multipleOf'];
  for (const keyword of COUNTS) {
    const count = schema[keyword];
    if (isNumber(count) && Number.isInteger(count) && count >= 0) found[keyword] = count;
  }
  if (schema['uniqueItems'] === true) found['uniqueItems'] = true;
  if (isUsablePattern(schema['pattern'])) found['pattern'] = schema['pattern'];
  return found;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/**
 * @returns type, enum and const. A type that is not known, and one that none of the listed values has, judges nothing.
 */
export function allowedValues(schema: JsonObject): JsonObject {
  const nullable = schema['nullable'] === true || schema['x-nullable'] === true;
  const constant = schema['const'] === undefined ? {} : { const: schema['const'] };
  const listed = enumOf(schema);
  const typed = typeOf(schema['type']);
  if (!Array.isArray(listed) || listed.length === 0) {
    return { ...(nullable && typed !== null ? withNull(typed) : typed), ...constant };
  }
  const fits = typed === null || listed.some((value) => hasType(value, typed));
  const values = nullable && !listed.includes(null) ? [...listed, null] : listed;
  return { ...(fits && (nullable && typed !== null ? withNull(typed) : typed)), enum: values, ...constant };
}

/** The values that a schema lists for itself; at a list, values that are none are meant of its items. */
function enumOf(schema: JsonObject): unknown {
  return isEnumOfItems(schema) ? undefined : schema['enum'];
}

/** @returns whether the values that a list's schema lists are those of its items */
export function isEnumOfItems({ type, enum: listed }: JsonObject): boolean {
  return type === 'array' && Array.isArray(listed) && !listed.some(Array.isArray);
}

function typeOf(declared: unknown): JsonObject | null {
  if (typeof declared === 'string') return typeSchema(declared.replace(/,\s*optional$/i, ''));
  if (!Array.isArray(declared)) return null;
  const schemas = stringsOf(declared).map((name) => typeSchema(name));
  return schemas.length === declared.length && schemas.length > 0 && schemas.every((one) => one !== null)
    ? anyOfTypes(schemas)
    : null;
}

function withNull(schema: JsonObject): JsonObject {
  if (Object.keys(schema).length === 0) return schema;
  const { type, ...rest } = schema;
  if (typeof type === 'string') return { ...rest, type: [type, 'null'] };
  if (Array.isArray(type)) return { ...rest, type: [...new Set([...stringsOf(type), 'null'])] };
  return { anyOf: [schema, { type: 'null' }] };
}

function hasType(value: unknown, { type }: JsonObject): boolean {
  if (type === undefined) return true;
  return (Array.isArray(type) ? stringsOf(type) : [type]).some((name) => {
    if (name === 'integer') return Number.isInteger(value);
    if (name === 'array') return Array.isArray(value);
    if (name === 'object') return isObject(value);
    return name === 'null' ? value === null : typeof value === name;
  });
}
