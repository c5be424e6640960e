/** Where documents keep examples. A null is taken as the absence of an example: generators write it for "none". */
import { arrayOf, isObject, objectOf, type JsonObject } from '../json-value.ts';
import type { Example } from './model.ts';
import type { References } from './references.ts';

function present(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The examples that a schema itself declares, a reference followed: `example`, `examples` (3.1) and `x-example`. */
export function schemaExamples(
  references: References,
  schema: unknown,
  mediaType: string | null,
  position: () => string,
): Example[] {
  if (!isObject(schema)) return [];
  const target = references.object(schema, position);
  const values = [target['example'], ...arrayOf(target['examples']), target['x-example']];
  return values.filter(present).map((value) => ({ name: null, mediaType, value }));
}

/**
 * The examples of a parameter or media type of OpenAPI 3: its own, else those of its schema.
 * @param owner an object with `example`, `examples`, `schema`
 */
export function ownedExamples(
  references: References,
  owner: JsonObject,
  mediaType: string | null,
  position: () => string,
): Example[] {
  const own: Example[] = [];
  for (const value of [owner['example'], owner['x-example']])
    if (present(value)) own.push({ name: null, mediaType, value });
  for (const [name, entry] of Object.entries(objectOf(owner['examples']))) {
    const example = references.resolve(entry, position);
    if (isObject(example) && present(example['value'])) own.push({ name, mediaType, value: example['value'] });
  }
  return own.length > 0 ? own : schemaExamples(references, owner['schema'], mediaType, position);
}
