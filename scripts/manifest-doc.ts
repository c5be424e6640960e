/** Lists the fields of corpus.json from its schema. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { manifestSchema } from '../lib/corpus/manifest.ts';

export interface ManifestField {
  /** Path, e.g. `sources[].licence`. */
  readonly field: string;
  readonly type: string;
  readonly doc: string;
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly description?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

/** @returns the fields in order of declaration, nested ones by their path */
export function manifestLines(schema: typeof manifestSchema): ManifestField[] {
  // A record of a few known keys cannot be said as JSON Schema without loss; here its values are all that matters.
  return fields('', toJsonSchema(schema, { errorMode: 'ignore' }) as JsonSchema);
}

function fields(path: string, schema: JsonSchema): ManifestField[] {
  const own = path === '' ? [] : [{ field: path, type: typeName(schema), doc: schema.description ?? '' }];
  const nested = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    fields(path === '' ? name : `${path}.${name}`, one),
  );
  const items =
    schema.items === undefined ? [] : fields(`${path}[]`, schema.items).slice(schema.items.properties ? 1 : 0);
  const more = schema.additionalProperties;
  const values = typeof more === 'object' ? fields(`${path}.*`, more).slice(more.properties ? 1 : 0) : [];
  return [...own, ...nested, ...items, ...values];
}

function typeName(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.anyOf) return schema.anyOf.map(typeName).join(' or ');
  if (schema.type === 'array') return 'list';
  return [schema.type ?? 'any'].flat().join(' or ');
}
