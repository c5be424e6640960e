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

/**
 * @param schema as lib/adapters/dialects makes it: draft 2020-12, references into its own $defs
 * @returns null where it cannot be compiled
 */
export function compile(schema: JsonObject): Judge | null {
  const budget = { left: BUDGET };
  try {
    const names = Object.keys(isObject(schema['$defs']) ? schema['$defs'] : {});
    const copy = countedCopy(schema, budgetPrototype(budget), new Map(names.map((name, no) => [name, `d${no}`])));
    const validator = new Validator(copy as Schema, '2020-12', false);
    return (value) => {
      budget.left = BUDGET;
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

/**
 * The validator reads every keyword of each schema it consults. One that no draft here has is a getter, so that
 * alternatives within alternatives, or references in circles, end.
 */
function budgetPrototype(budget: { left: number }): object {
  return Object.defineProperty({}, '$recursiveRef', {
    get: () => {
      if (--budget.left < 0) throw new Error('The schema is too costly to judge by.');
    },
  });
}

/** Names of definitions are replaced: the validator takes them for parts of a URL. */
function countedCopy(schema: unknown, prototype: object, names: ReadonlyMap<string, string>): unknown {
  const copy = (part: unknown): unknown => {
    if (!isObject(part)) return part;
    const made = Object.create(prototype) as Record<string, unknown>;
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
