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

/** @returns shapes of a normalised schema, whose references lead into itself */
export function shapesOf(schema: JsonObject): Shapes {
  return new Shapes(new References(schema, () => {}));
}

/** @returns the top-level arguments of a normalised schema, in the order of the declaration */
export function declaredFields(schema: JsonObject): DeclaredField[] {
  const shapes = shapesOf(schema);
  return shapes.properties(schema).map(({ name, schema: declared, required }) => ({
    name,
    type: shapes.type(declared),
    required,
    description:
      textOf(objectOf(declared)['description']) ?? textOf(shapes.references.object(declared, null)['description']),
    constraints: shapes.constraints(declared),
    schema: isObject(declared) ? declared : null,
  }));
}
