/** The arguments of a declaration as people read them, one by one. */
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { References } from '../openapi/references.ts';
import { Shapes } from '../openapi/shape.ts';

/** One argument, as declared. */
export interface DeclaredField {
  /** Verbatim. */
  readonly name: string;
  /** Type for people, e.g. array<string>; null where none is declared. */
  readonly type: string | null;
  readonly required: boolean;
  readonly description: string | null;
  /** Values that are allowed: keywords of JSON Schema. */
  readonly constraints: JsonObject | null;
  /** JSON Schema of the value; references lead into `$defs` of the schema as a whole. */
  readonly schema: JsonObject | null;
}

const shapes = new WeakMap<JsonObject, Shapes>();

/** @returns shapes of a normalised schema, whose references lead into itself; the same for the same object */
export function shapesOf(schema: JsonObject): Shapes {
  const known = shapes.get(schema);
  if (known) return known;
  const made = new Shapes(new References(schema, () => {}));
  shapes.set(schema, made);
  return made;
}

/** @returns the top-level arguments of a normalised schema, in the order of the declaration */
export function declaredFields(schema: JsonObject): DeclaredField[] {
  const own = shapesOf(schema);
  return own.properties(schema).map(({ name, schema: declared, required }) => ({
    name,
    type: own.type(declared),
    required,
    description:
      textOf(objectOf(declared)['description']) ?? textOf(own.references.object(declared, null)['description']),
    constraints: own.constraints(declared),
    schema: isObject(declared) ? declared : null,
  }));
}
