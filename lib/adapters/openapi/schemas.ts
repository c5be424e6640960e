/** Schemas as they are stored: references by name, the nearest definitions beside them, the rest once per tool. */
import { schemaRef } from '../../corpus/index.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { referenceOf, schemaName, type References } from './references.ts';

/** How many characters of named schemas are repeated in a record, so that its page needs no second read. */
const DEFINITION_BUDGETS = { request: 6_144, response: 3_072, parameter: 2_048, none: 0 } as const;
export type SchemaPlace = keyof typeof DEFINITION_BUDGETS;

/** Which keywords hold schemas, and how. In every other keyword `$ref` is data. */
const KEYWORDS: ReadonlyMap<string, 'one' | 'list' | 'map'> = new Map([
  ...'items additionalItems additionalProperties unevaluatedItems unevaluatedProperties contains propertyNames not if then else contentSchema'
    .split(' ')
    .map((keyword) => [keyword, 'one'] as const),
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((keyword) => [keyword, 'list'] as const),
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'].map(
    (keyword) => [keyword, 'map'] as const,
  ),
]);

interface Definition {
  readonly text: string;
  /** Names that it refers to, in order. */
  readonly names: ReadonlySet<string>;
}

export class Schemas {
  readonly #references: References;
  readonly #pointers = new Map<string, string>();
  readonly #definitions = new Map<string, Definition>();
  readonly #reached = new Set<string>();
  readonly #texts = new Map<string, string>();

  constructor(references: References) {
    this.#references = references;
  }

  /**
   * @param schema a schema of the document
   * @param place where it belongs, which decides how much of what it refers to is embedded
   * @returns JSON text with references as the format wants them
   */
  text(schema: unknown, place: SchemaPlace, position: () => string): string {
    const ref = referenceOf(schema);
    const key = ref !== null && Object.keys(schema as JsonObject).length === 1 ? `${place} ${ref}` : null;
    const known = key === null ? undefined : this.#texts.get(key);
    if (known !== undefined) return known;
    const names = new Set<string>();
    const root = this.#rewrite(schema, names, position);
    const text = withDefinitions(root, this.#closure(names, DEFINITION_BUDGETS[place]));
    if (key !== null) this.#texts.set(key, text);
    return text;
  }

  /** The name of a schema that is a reference, or of the items of an array of them; null where it has none. */
  name(schema: unknown, position: () => string): string | null {
    const ref = referenceOf(schema);
    if (ref === null)
      return isObject(schema) && schema['type'] === 'array' ? this.name(schema['items'], position) : null;
    const name = this.#nameOf(ref, position);
    if (name !== null) this.#reached.add(name);
    return name;
  }

  /** Every named schema that a stored schema refers to, directly or not. */
  *definitions(): Generator<{ readonly name: string; readonly schema: string }> {
    // A set visits what is added to it on the way.
    for (const name of this.#reached) {
      const definition = this.#definition(name);
      for (const next of definition.names) this.#reached.add(next);
      yield { name, schema: definition.text };
    }
  }

  /** Named schemas nearest first, each one only if it still fits. */
  #closure(roots: ReadonlySet<string>, budget: number): Map<string, string> {
    const embedded = new Map<string, string>();
    const queue = new Set(roots);
    let left = budget;
    for (const name of queue) {
      this.#reached.add(name);
      const definition = this.#definition(name);
      if (definition.text.length > left) continue;
      left -= definition.text.length;
      embedded.set(name, definition.text);
      for (const next of definition.names) queue.add(next);
    }
    return embedded;
  }

  #definition(name: string): Definition {
    const known = this.#definitions.get(name);
    if (known) return known;
    const names = new Set<string>();
    const pointer = this.#pointers.get(name)!;
    const target = this.#references.target(pointer);
    const definition = { text: JSON.stringify(this.#rewrite(target, names, () => pointer.slice(1))), names };
    this.#definitions.set(name, definition);
    return definition;
  }

  #nameOf(ref: string, position: () => string): string | null {
    if (this.#references.target(ref) === undefined) {
      this.#references.fail(ref, position());
      return null;
    }
    const name = schemaName(ref);
    if (!this.#pointers.has(name)) this.#pointers.set(name, ref);
    return name;
  }

  /** The schema with its references rewritten; the same object where it has none. */
  #rewrite(schema: unknown, names: Set<string>, position: () => string): unknown {
    if (!isObject(schema)) return schema;
    const ref = referenceOf(schema);
    if (ref !== null) {
      const name = this.#nameOf(ref, position);
      if (name === null) return schema;
      names.add(name);
      return { ...schema, $ref: schemaRef(name) };
    }
    let copy: Record<string, unknown> | null = null;
    for (const keyword of Object.keys(schema)) {
      const kind = KEYWORDS.get(keyword);
      if (kind === undefined) continue;
      const value = schema[keyword];
      const rewritten = this.#rewriteKeyword(kind, value, names, position);
      if (rewritten === value) continue;
      copy ??= { ...schema };
      copy[keyword] = rewritten;
    }
    return copy ?? schema;
  }

  #rewriteKeyword(kind: 'one' | 'list' | 'map', value: unknown, names: Set<string>, position: () => string): unknown {
    if (Array.isArray(value)) {
      const list = value.map((entry) => this.#rewrite(entry, names, position));
      return list.some((entry, index) => entry !== value[index]) ? list : value;
    }
    if (kind !== 'map' || !isObject(value)) return this.#rewrite(value, names, position);
    let changed = false;
    const entries = Object.entries(value).map(([key, entry]) => {
      const rewritten = this.#rewrite(entry, names, position);
      changed ||= rewritten !== entry;
      return [key, rewritten] as const;
    });
    return changed ? Object.fromEntries(entries) : value;
  }
}

function withDefinitions(root: unknown, definitions: ReadonlyMap<string, string>): string {
  const text = JSON.stringify(root);
  if (definitions.size === 0 || !isObject(root) || '$defs' in root) return text;
  const members = [...definitions].map(([name, definition]) => `${JSON.stringify(name)}:${definition}`);
  return `${text.slice(0, -1)},"$defs":{${members.join(',')}}}`;
}
