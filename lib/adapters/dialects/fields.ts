/** `{argument: {type, description, default?, required?}}`: xLAM, ToolRL, API-Bank; types such as `List[int], optional`. */
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { typeSchema } from './type-names.ts';

/** What a description that begins with it, or has it in brackets, says of its argument. */
const OPTIONAL = /^\W*optional\b|[([]\s*optional\b/i;

/** @returns whether an object lists arguments by name, and is no schema itself */
export function isFieldMap(value: unknown): value is Readonly<Record<string, JsonObject>> {
  if (!isObject(value)) return false;
  const fields = Object.values(value);
  return fields.length > 0 && fields.every(isObject) && !('properties' in value && isFieldMap(value['properties']));
}

/**
 * An argument is required where its declaration says so, or where it says neither that it is optional nor what holds
 * without it: of xLAM's fields that is how the dataset has it.
 * @param declared the fields by name; null where they are no object
 */
export function fieldsSchema(declared: unknown): JsonObject | null {
  if (!isObject(declared)) return null;
  const entries = Object.entries(declared);
  const named = entries.filter(([name]) => !name.startsWith('*'));
  return jsonSchemaOf({
    type: 'object',
    properties: Object.fromEntries(named.map(([name, field]) => [name, fieldSchema(field)])),
    required: named.filter(([, field]) => isRequired(field)).map(([name]) => name),
    // Python's **kwargs take any name.
    ...(entries.some(([name]) => name.startsWith('**')) && { additionalProperties: true }),
  });
}

/** A field may be its type alone, or words that begin with it: `[REQUIRED] str: …`, `integer: …`. */
function wordsOf(field: string): JsonObject {
  const [, mark, words = field] = /^\s*\[(required|optional)\]\s*(.*)$/is.exec(field) ?? [];
  const [, type = '', description = ''] = /^\s*([^:]*?)\s*:\s*(.*)$/s.exec(words) ?? [];
  const isTyped = typeSchema(type) !== null || (mark !== undefined && /^[\w[\]<>.,]+$/.test(type));
  if (isTyped) return { required: mark?.toLowerCase() === 'required', type, description };
  if (mark !== undefined) return { required: mark.toLowerCase() === 'required', description: words };
  return typeSchema(field.replace(/,\s*optional$/i, '')) === null ? { description: field } : { type: field };
}

function fieldSchema(declared: unknown): unknown {
  const field = typeof declared === 'string' ? wordsOf(declared) : declared;
  if (!isObject(field)) return {};
  const { required: _required, ...schema } = field;
  return Array.isArray(field['required']) ? field : schema;
}

function isRequired(declared: unknown): boolean {
  const field = typeof declared === 'string' ? wordsOf(declared) : declared;
  if (!isObject(field)) return false;
  if (typeof field['required'] === 'boolean') return field['required'];
  const type = textOf(field['type']);
  const isOptional = 'default' in field || OPTIONAL.test(textOf(field['description']) ?? '');
  return type !== null && !isOptional && !isOptionalType(type);
}

function isOptionalType(type: string): boolean {
  return /^(?:typing\.)?optional\b|,\s*optional$|\|\s*none\b/i.test(type.trim());
}
