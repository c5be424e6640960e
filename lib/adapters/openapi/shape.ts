/** Schemas as people read them: the name of a type, its constraints, the properties of an object. */
import { arrayOf, isObject, objectOf, stringsOf, type JsonObject } from '../json-value.ts';
import { Memo } from '../memo.ts';
import { referenceOf, schemaName, type References } from './references.ts';

/** Keywords that say which values of a type are allowed, in the order in which they are shown. */
const CONSTRAINTS = (
  'enum const default minimum exclusiveMinimum maximum exclusiveMaximum multipleOf minLength maxLength pattern ' +
  'minItems maxItems uniqueItems minProperties maxProperties nullable readOnly writeOnly deprecated'
).split(' ');

/** How many alternatives a type's name spells out. */
const MAX_ALTERNATIVES = 4;
/** How deep arrays of arrays and alternatives are spelled out. */
const MAX_TYPE_DEPTH = 4;
/** How many levels of allOf, and of references within it, are followed. */
const MAX_COMPOSITION_DEPTH = 8;

export interface Property {
  readonly name: string;
  readonly schema: unknown;
  readonly required: boolean;
}

/**
 * @returns a type as people write it: `string`, `date-time`, `array<integer>`, `Pet`, `string | null`; null where the
 *   schema declares none
 */
function typeName(references: References, schema: unknown, depth = 0): string | null {
  if (!isObject(schema) || depth > MAX_TYPE_DEPTH) return null;
  const ref = referenceOf(schema);
  if (ref !== null) {
    const target = references.resolve(schema, null);
    return isObject(target) && isPlain(target) ? typeName(references, target, depth + 1) : schemaName(ref);
  }
  const type = schema['type'];
  if (Array.isArray(type)) return stringsOf(type).join(' | ') || null;
  if (type === 'array' || (type === undefined && schema['items'] !== undefined)) {
    return `array<${typeName(references, schema['items'], depth + 1) ?? 'any'}>`;
  }
  if (typeof type === 'string' && type !== 'object') return formatOf(schema) ?? type;
  return composedName(references, schema, depth) ?? (typeof type === 'string' ? type : inferredType(schema));
}

function isPlain(schema: JsonObject): boolean {
  return typeof schema['type'] === 'string' && schema['type'] !== 'object';
}

function formatOf(schema: JsonObject): string | null {
  const { format } = schema;
  return typeof format === 'string' && format !== '' && schema['type'] !== 'boolean' ? format : null;
}

function composedName(references: References, schema: JsonObject, depth: number): string | null {
  for (const [keyword, joint] of [
    ['oneOf', ' | '],
    ['anyOf', ' | '],
    ['allOf', ' & '],
  ] as const) {
    const names = arrayOf(schema[keyword]).map((part) => typeName(references, part, depth + 1));
    const distinct = [...new Set(names.filter((name) => name !== null))];
    if (distinct.length > MAX_ALTERNATIVES) return `${distinct.slice(0, MAX_ALTERNATIVES).join(joint)}${joint}…`;
    if (distinct.length > 0) return distinct.join(joint);
  }
  return null;
}

function inferredType(schema: JsonObject): string | null {
  if (isObject(schema['properties']) || schema['additionalProperties'] !== undefined) return 'object';
  const [first] = arrayOf(schema['enum']);
  return first === undefined || first === null ? null : typeof first;
}

/** @returns which values are allowed, as an object of schema keywords; null where the schema says nothing. */
function constraintsOf(references: References, schema: unknown): JsonObject | null {
  const target = references.object(schema, null);
  const found: Record<string, unknown> = {};
  for (const keyword of CONSTRAINTS) if (target[keyword] !== undefined) found[keyword] = target[keyword];
  const items = references.object(target['items'], null);
  if (items['enum'] !== undefined) found['items'] = { enum: items['enum'] };
  return Object.keys(found).length > 0 ? found : null;
}

/** Types, constraints and properties of a document's schemas; each schema is read once. */
export class Shapes {
  readonly references: References;
  readonly #properties = new Memo<JsonObject, readonly Property[]>();
  readonly #types = new Memo<JsonObject, { readonly name: string | null }>();
  readonly #constraints = new Memo<JsonObject, { readonly found: JsonObject | null }>();

  constructor(references: References) {
    this.references = references;
  }

  /** As `typeName`. */
  type(schema: unknown): string | null {
    if (!isObject(schema)) return null;
    return this.#types.get(schema, () => ({ name: typeName(this.references, schema) })).name;
  }

  /** As `constraintsOf`. */
  constraints(schema: unknown): JsonObject | null {
    if (!isObject(schema)) return null;
    return this.#constraints.get(schema, () => ({ found: constraintsOf(this.references, schema) })).found;
  }

  /** @returns the top-level properties, those of allOf included, that a schema declares, a reference followed; none where it is no object */
  properties(schema: unknown): readonly Property[] {
    const target = this.references.resolve(schema, null);
    if (!isObject(target)) return [];
    return this.#properties.get(target, () => this.#read(target));
  }

  #read(target: JsonObject): Property[] {
    const found = new Map<string, unknown>();
    const required = new Set<string>();
    this.#collect(target, found, required, 0);
    return [...found].map(([name, declared]) => ({
      name,
      schema: declared,
      // What only a response holds cannot be required of a request.
      required: required.has(name) && objectOf(declared)['readOnly'] !== true,
    }));
  }

  #collect(schema: JsonObject, found: Map<string, unknown>, required: Set<string>, depth: number): void {
    if (depth > MAX_COMPOSITION_DEPTH) return;
    for (const part of arrayOf(schema['allOf'])) {
      this.#collect(this.references.object(part, null), found, required, depth + 1);
    }
    for (const [name, declared] of Object.entries(objectOf(schema['properties']))) found.set(name, declared);
    for (const name of stringsOf(schema['required'])) required.add(name);
  }
}
