/** An API of the catalogue as a declaration that calls can be judged by. */
import { arrayOf, isObject, objectOf, type JsonObject } from '../adapters/json-value.ts';
import { referenceOf } from '../adapters/openapi/references.ts';
import type { ApiRecord } from '../adapters/records.ts';
import { schemaRefName } from '../corpus/index.ts';
import type { CatalogueEntry } from './audit.ts';

/** The most named schemas that are looked up for one API; what the rest would say is not judged. */
const MAX_DEFINITIONS = 300;

/** What is needed of an API's rows. */
export interface ApiRows {
  readonly api: Pick<ApiRecord['api'], 'api_id' | 'name' | 'tool' | 'kind' | 'domain' | 'summary'>;
  readonly doc: Pick<ApiRecord['doc'], 'params' | 'request_schema' | 'request_type'>;
}

/**
 * Parameters of an operation stand under their names, a second one of the same name under `location.name`, and the body
 * under `body`, as lib/adapters/openapi/documented-call.ts writes calls. A body that is not JSON is not judged.
 * @param rows of tables apis and api_docs
 * @param definition the schema (JSON text) of that name in table definitions, for the API's tool; null where there is none
 * @returns an entry to be kept: what is compiled for its `tool` is kept with that object
 */
export function entryFromApi({ api, doc }: ApiRows, definition: (name: string) => string | null): CatalogueEntry {
  const parameters = api.kind === 'http' ? httpParameters(doc) : functionParameters(doc);
  return {
    api_id: api.api_id,
    tool: {
      name: api.name,
      description: api.summary,
      dialect: api.kind === 'http' ? 'openapi' : 'json-schema',
      parameters: withDefinitions(parameters, definition),
      returns: null,
      group: api.tool,
      domain: api.domain,
      api_id: api.api_id,
      raw: '',
    },
  };
}

function httpParameters({ params, request_schema, request_type }: ApiRows['doc']): JsonObject {
  const properties = new Map<string, unknown>();
  const required: string[] = [];
  for (const { name, location, schema, required: isRequired } of params) {
    if (location === 'body') continue;
    const unique = properties.has(name) ? `${location}.${name}` : name;
    properties.set(unique, parsed(schema));
    if (isRequired) required.push(unique);
  }
  if (params.some(({ location }) => location === 'body') || request_schema !== null) {
    const isJson = request_type === null || /\bjson\b/i.test(request_type);
    properties.set(properties.has('body') ? 'request.body' : 'body', isJson ? parsed(request_schema) : {});
  }
  return { type: 'object', properties: Object.fromEntries(properties), required };
}

function functionParameters({ params, request_schema }: ApiRows['doc']): JsonObject {
  if (request_schema !== null) return parsed(request_schema);
  return {
    type: 'object',
    properties: Object.fromEntries(params.map(({ name, schema }) => [name, parsed(schema)])),
    required: params.filter(({ required }) => required).map(({ name }) => name),
  };
}

function parsed(schema: string | null): JsonObject {
  try {
    return schema === null ? {} : objectOf(JSON.parse(schema));
  } catch {
    return {};
  }
}

/** Names mean the same in all schemas of a tool, so that the definitions beside each can be put together. */
function withDefinitions(root: JsonObject, definition: (name: string) => string | null): JsonObject {
  const found = new Map<string, unknown>();
  const wanted = new Set<string>();
  const visit = (value: unknown): void => {
    for (const entry of arrayOf(value)) visit(entry);
    if (!isObject(value)) return;
    const name = schemaRefName(referenceOf(value) ?? '');
    if (name !== null) wanted.add(name);
    for (const [known, schema] of Object.entries(objectOf(value['$defs'])))
      if (!found.has(known)) found.set(known, schema);
    for (const member of Object.values(value)) visit(member);
  };
  visit(root);
  // A set visits what is added to it on the way: a definition may refer to others.
  for (const name of wanted) {
    if (!found.has(name) && found.size < MAX_DEFINITIONS) {
      const text = definition(name);
      if (text !== null) found.set(name, parsed(text));
    }
    visit(found.get(name));
  }
  return found.size === 0 ? root : { ...root, $defs: Object.fromEntries(found) };
}
