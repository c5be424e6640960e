/** What a tool declares of its arguments, in one vocabulary whatever the dialect; nothing that it does not say. */
import type { SchemaStatus } from '../../corpus/index.ts';
import type { Dialect, ToolDeclaration } from '../declarations.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { declaredFields, type DeclaredField } from './declared-fields.ts';
import { fieldsSchema, isFieldMap } from './fields.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { listedSchema } from './listed.ts';
import { rapidApiSchema } from './rapidapi.ts';

export type { DeclaredField } from './declared-fields.ts';

export interface DeclaredParameters {
  /** JSON Schema (2020-12) of the arguments as an object; null where the declaration has them in words alone, or not at all. */
  readonly schema: JsonObject | null;
  readonly status: SchemaStatus;
  readonly fields: readonly DeclaredField[];
}

const READERS: Readonly<Record<Dialect, (declared: unknown) => JsonObject | null>> = {
  'json-schema': schemaOrFields,
  openapi: jsonSchemaOf,
  bfcl: jsonSchemaOf,
  fields: (declared) => (hasProperties(declared) ? jsonSchemaOf(declared) : fieldsSchema(declared)),
  rapidapi: rapidApiSchema,
  listed: listedSchema,
  prose: () => null,
};

/** Read once per declaration, for as long as it is in use: the catalogue, the audit and the inspector ask for it. */
const known = new WeakMap<ToolDeclaration, DeclaredParameters>();

/**
 * @param tool a declaration in any dialect; never throws for what it holds
 * @returns schema, fields and how much of a call they describe
 */
export function declaredParameters(tool: ToolDeclaration): DeclaredParameters {
  const found = known.get(tool) ?? readParameters(tool);
  known.set(tool, found);
  return found;
}

function readParameters(tool: ToolDeclaration): DeclaredParameters {
  const { dialect, parameters } = tool;
  const schema = READERS[dialect](parameters);
  const fields = schema === null ? [] : declaredFields(schema);
  return { schema, status: statusOf(tool, schema, fields), fields };
}

/** @returns JSON Schema of the result; null where the declaration says nothing that a schema can hold */
export function declaredResult({ dialect, returns }: ToolDeclaration): JsonObject | null {
  const schema = dialect === 'fields' || dialect === 'json-schema' ? schemaOrFields(returns) : jsonSchemaOf(returns);
  return schema === null || Object.keys(schema).length === 0 ? null : schema;
}

/** `full`: each argument has a type, or the declaration says that there is none to give. */
function statusOf(tool: ToolDeclaration, schema: JsonObject | null, fields: readonly DeclaredField[]): SchemaStatus {
  const inWords = tool.description !== null || typeof tool.parameters === 'string' || tool.dialect === 'prose';
  const described = fields.some(({ description }) => description !== null);
  const typed = fields.filter(({ type }) => type !== null).length;
  if (schema === null) return inWords ? 'prose' : 'none';
  // A list of names without types: which arguments there are is known, and which of them are required.
  if (tool.dialect === 'listed' && typed < fields.length) return 'partial';
  if (fields.length === 0) return isObject(schema['properties']) ? 'full' : inWords ? 'prose' : 'none';
  if (typed === fields.length) return 'full';
  if (typed > 0) return 'partial';
  return inWords || described ? 'prose' : 'none';
}

/** Some sources of OpenAI tools write the arguments where the schema belongs. */
function schemaOrFields(declared: unknown): JsonObject | null {
  const isSchema = hasProperties(declared) || (isObject(declared) && typeof declared['type'] === 'string');
  return !isSchema && isFieldMap(declared) ? fieldsSchema(declared) : jsonSchemaOf(declared);
}

function hasProperties(declared: unknown): boolean {
  return isObject(declared) && isObject(declared['properties']) && typeof declared['type'] === 'string';
}
