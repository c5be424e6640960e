/** Declared parameters, in the way both formats share. */
import { arrayOf, isObject, textOf, type JsonObject } from '../json-value.ts';
import type { OperationPlace } from './model.ts';
import type { References } from './references.ts';

/**
 * The parameters of a path and of one of its operations, resolved; those of the operation take the place of those of
 * the path that have the same name and location.
 */
export function declaredParameters(references: References, { item, operation, pointer }: OperationPlace): JsonObject[] {
  const found = new Map<string, JsonObject>();
  const sources = [
    [item, pointer.slice(0, pointer.lastIndexOf('/'))],
    [operation, pointer],
  ] as const;
  for (const [owner, at] of sources) {
    arrayOf(owner['parameters']).forEach((entry, index) => {
      const parameter = references.resolve(entry, () => `${at}/parameters/${index}`);
      if (isObject(parameter) && typeof parameter['name'] === 'string') {
        found.set(`${String(parameter['in'])} ${parameter['name']}`, parameter);
      }
    });
  }
  return [...found.values()];
}

/** What both formats say about a parameter in the same way. */
export function parameterHead(parameter: JsonObject): {
  name: string;
  location: string;
  required: boolean;
  description: string | null;
} {
  const location = typeof parameter['in'] === 'string' ? parameter['in'] : 'query';
  return {
    name: String(parameter['name']),
    location,
    required: parameter['required'] === true || location === 'path',
    description: textOf(parameter['description']),
  };
}
