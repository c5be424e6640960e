/** A declared schema made ready to judge arguments: bounded in time, and never run as code. */
import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import { referenceOf } from '../adapters/openapi/references.ts';
import { isObject, type JsonObject } from '../adapters/json-value.ts';
import { schemaRef, schemaRefName } from '../corpus/index.ts';

/** Schemas consulted while one call is judged; what takes more is not judged. */
const BUDGET = 50_000;

/** @returns what does not hold of a value, as the validator has it; null where it could not be judged */
export type Judge = (value: unknown) => readonly OutputUnit[] | null;

/** What can be said of a schema for people, and is not judged: formats are hints in JSON Schema. */
const HINTS = new Set(['title', 'description', 'default', 'examples', 'format', 'deprecated', 'readOnly']);
const MAPS = new Set(['properties', 'patternProperties', '$defs']);
const DATA = new Set(['enum', 'const', 'required']);

/** Keywords that the validator looks up in each schema that it consults. */
const LOOKED_UP = (
  '$ref $recursiveAnchor type const enum required not anyOf allOf oneOf if then else format properties ' +
  'patternProperties additionalProperties unevaluatedProperties minProperties maxProperties propertyNames ' +
  'dependentRequired dependentSchemas dependencies prefixItems items additionalItems unevaluatedItems contains ' +
  'minContains maxContains minItems maxItems uniqueItems minimum maximum exclusiveMinimum exclusiveMaximum multipleOf ' +
  'minLength maxLength pattern'
).split(' ');

let left = BUDGET;

/**
 * The validator reads every keyword of each schema it consults. One that no draft here has is a getter that counts, so
 * that alternatives within alternatives, or references in circles, end. All schemas have the same keywords in the same
 * order, absent ones undefined: engines then find them several times faster.
 */
class CountedSchema {
  constructor() {
    for (const keyword of LOOKED_UP) (this as Record<string, unknown>)[keyword] = undefined;
  }

  get $recursiveRef(): undefined {
    if (--left < 0) throw new Error('The schema is too costly to judge by.');
    return undefined;
  }
}

/**
 * @param schema as lib/adapters/dialects makes it: draft 2020-12, references into its own $defs
 * @returns null where it cannot be compiled
 */
export function compile(schema: JsonObject): Judge | null {
  left = BUDGET;
  try {
    const names = Object.keys(isObject(schema['$defs']) ? schema['$defs'] : {});
    const copy = countedCopy(schema, new Map(names.map((name, no) => [name, `d${no}`])));
    const validator = new Validator(copy as Schema, '2020-12', false);
    return (value) => {
      left = BUDGET;
      try {
        return validator.validate(value).errors;
      } catch {
        return null;
      }
    };
  } catch {
    return null;
  }
}

/** Names of definitions are replaced: the validator takes them for parts of a URL. */
function countedCopy(schema: unknown, names: ReadonlyMap<string, string>): unknown {
  const copy = (part: unknown): unknown => {
    if (!isObject(part)) return part;
    const made = new CountedSchema() as unknown as Record<string, unknown>;
    const ref = referenceOf(part);
    if (ref !== null) made['$ref'] = schemaRef(names.get(schemaRefName(ref) ?? '') ?? '?');
    for (const [keyword, value] of Object.entries(part)) {
      if (HINTS.has(keyword) || keyword === '$ref') continue;
      made[keyword] = DATA.has(keyword) ? value : MAPS.has(keyword) ? map(value, keyword) : inner(value);
    }
    return made;
  };
  const inner = (value: unknown): unknown => (Array.isArray(value) ? value.map(copy) : copy(value));
  const map = (value: unknown, keyword: string): unknown =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]) => [(keyword === '$defs' && names.get(name)) || name, copy(one)]),
        )
      : value;
  return copy(schema);
}
