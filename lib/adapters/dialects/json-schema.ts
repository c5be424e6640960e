/**
 * JSON Schema of any draft, OpenAPI schema objects and BFCL's Python types, all into one vocabulary: that of draft
 * 2020-12, without what cannot be judged. The dialects differ in keywords that do not clash, so one reader takes all.
 */
import { isObject, objectOf, stringsOf, type JsonObject } from '../json-value.ts';
import { referenceOf, References, schemaName } from '../openapi/references.ts';
import { schemaRef } from '../../corpus/index.ts';
import { allowedValues, annotations, bounds, isEnumOfItems, isUsablePattern } from './schema-values.ts';

/** What bounds a declaration; what lies beyond is not judged. */
const MAX_NODES = 20_000;
const MAX_DEPTH = 64;

type Schema = JsonObject | boolean;

/**
 * @param declared a schema as declared; references lead into it
 * @returns the schema, with all that it refers to in its `$defs`; null where it says nothing of arguments
 */
export function jsonSchemaOf(declared: unknown): JsonObject | null {
  if (!isObject(declared)) return null;
  const reader = new SchemaReader(declared);
  const root = reader.read(declared, 0);
  if (!isObject(root)) return null;
  const definitions = reader.definitions();
  return { ...root, ...(Object.keys(definitions).length > 0 && { $defs: definitions }) };
}

/** In every other keyword `$ref` and the names of keywords are data. */
class SchemaReader {
  readonly #root: JsonObject;
  readonly #references: References;
  /** What is referred to, by name; read when its turn comes, since it may refer to itself. */
  readonly #targets = new Map<string, string>();
  #nodes = 0;

  constructor(root: JsonObject) {
    this.#root = root;
    this.#references = new References(root, () => {});
  }

  definitions(): Record<string, Schema> {
    const found: [string, Schema][] = [];
    // A map visits what is added to it on the way: a definition may refer to others.
    for (const [name, ref] of this.#targets) found.push([name, this.read(this.#target(ref), 0)]);
    return Object.fromEntries(found);
  }

  read(schema: unknown, depth: number): Schema {
    if (typeof schema === 'boolean') return schema;
    if (!isObject(schema) || depth > MAX_DEPTH || ++this.#nodes > MAX_NODES) return {};
    const ref = referenceOf(schema);
    if (ref !== null) return { ...annotations(schema), ...this.#reference(ref, schema['nullable'] === true) };
    return {
      ...annotations(schema),
      ...allowedValues(schema),
      ...bounds(schema),
      ...this.#object(schema, depth),
      ...this.#list(schema, depth),
      ...this.#composed(schema, depth),
    };
  }

  /** Keywords beside a reference are left alone: drafts disagree on whether they count. */
  #reference(ref: string, nullable: boolean): JsonObject {
    if (this.#target(ref) === undefined) return {};
    const name = schemaName(ref);
    this.#targets.set(name, this.#targets.get(name) ?? ref);
    const reference = { $ref: schemaRef(name) };
    return nullable ? { anyOf: [reference, { type: 'null' }] } : reference;
  }

  #target(ref: string): unknown {
    return ref === '#' ? this.#root : this.#references.target(ref);
  }

  #object(schema: JsonObject, depth: number): JsonObject {
    const properties = isObject(schema['properties']) ? schema['properties'] : null;
    const patterns = Object.entries(objectOf(schema['patternProperties']));
    const usable = patterns.filter(([pattern]) => isUsablePattern(pattern));
    const further = schema['additionalProperties'];
    // A pattern that cannot be matched may be the one that allows a name.
    const isClosed = usable.length === patterns.length;
    const required = requiredNames(schema, properties ?? {});
    return {
      ...(properties && { properties: this.#map(Object.entries(properties), depth) }),
      ...(usable.length > 0 && { patternProperties: this.#map(usable, depth) }),
      ...(isClosed && isSchema(further) && { additionalProperties: this.read(further, depth + 1) }),
      ...(isSchema(schema['propertyNames']) && { propertyNames: this.read(schema['propertyNames'], depth + 1) }),
      ...(required.length > 0 && { required }),
    };
  }

  #list(schema: JsonObject, depth: number): JsonObject {
    const { prefixItems, contains } = schema;
    const items = isEnumOfItems(schema) ? { enum: schema['enum'], ...objectOf(schema['items']) } : schema['items'];
    const places = Array.isArray(items) ? items : prefixItems;
    return {
      ...(isSchema(items) && { items: this.read(items, depth + 1) }),
      ...(Array.isArray(places) && { prefixItems: this.#each(places, depth) }),
      ...(isSchema(contains) && { contains: this.read(contains, depth + 1) }),
    };
  }

  /**
   * `oneOf` is read as `anyOf`: authors mean "one of these", and alternatives that overlap (integer, number) would make
   * a valid value wrong.
   */
  #composed(schema: JsonObject, depth: number): JsonObject {
    const { anyOf, oneOf, allOf, not } = schema;
    const all = [
      ...(Array.isArray(allOf) ? this.#each(allOf, depth) : []),
      ...(Array.isArray(oneOf) && oneOf.length > 0 ? [{ anyOf: this.#each(oneOf, depth) }] : []),
    ];
    const any = Array.isArray(anyOf) && anyOf.length > 0 ? this.#each(anyOf, depth) : null;
    const alone = any === null && all.length === 1 && !Array.isArray(allOf);
    return {
      ...(any && { anyOf: any }),
      ...(alone ? (all[0] as JsonObject) : all.length > 0 && { allOf: all }),
      ...(isSchema(not) && { not: this.read(not, depth + 1) }),
    };
  }

  #each(schemas: readonly unknown[], depth: number): Schema[] {
    return schemas.map((schema) => this.read(schema, depth + 1));
  }

  #map(entries: readonly (readonly [string, unknown])[], depth: number): Record<string, Schema> {
    return Object.fromEntries(entries.map(([name, schema]) => [name, this.read(schema, depth + 1)]));
  }
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isObject(value);
}

/** Draft 3 and prose write `required: true` at the property itself; what only a response holds cannot be required. */
function requiredNames(schema: JsonObject, properties: JsonObject): string[] {
  const listed = stringsOf(schema['required']);
  const marked = Object.keys(properties).filter((name) => objectOf(properties[name])['required'] === true);
  return [...new Set([...listed, ...marked])].filter((name) => objectOf(properties[name])['readOnly'] !== true);
}
