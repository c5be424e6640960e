/** `[{name, required?, type?, description?}]`: servers of Toucan, where every type may be the placeholder `string`. */
import { isObject, textOf, type JsonObject } from '../json-value.ts';
import { jsonSchemaOf } from './json-schema.ts';

interface ListedArgument {
  readonly declared: unknown;
  readonly required: boolean;
}

/** @returns the schema of arguments that a list names; those without a name are left out */
export function listOfArguments(listed: readonly ListedArgument[]): JsonObject | null {
  const named = listed.flatMap(({ declared, required }) => {
    const name = isObject(declared) ? textOf(declared['name']) : null;
    if (name === null) return [];
    const { name: _name, required: _required, ...schema } = declared as JsonObject;
    return [{ name, required, schema }];
  });
  return jsonSchemaOf({
    type: 'object',
    properties: Object.fromEntries(named.map(({ name, schema }) => [name, schema])),
    required: named.filter(({ required }) => required).map(({ name }) => name),
  });
}

/**
 * Where all arguments have the type `string`, it was put there because a type had to be, and says nothing.
 * @param declared the list; null where it is none
 */
export function listedSchema(declared: unknown): JsonObject | null {
  if (!Array.isArray(declared)) return null;
  const entries = declared.filter(isObject);
  const hasTypes = entries.some(({ type }) => type !== undefined && type !== 'string');
  return listOfArguments(
    entries.map(({ type, ...rest }) => ({
      declared: hasTypes && type !== undefined ? { ...rest, type } : rest,
      required: rest['required'] === true,
    })),
  );
}
