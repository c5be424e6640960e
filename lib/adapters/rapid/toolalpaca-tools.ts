/** ToolAlpaca's documentation of one tool: OpenAPI in a string, and what the model is told of each function. */
import type { OpenFile, SourceRecord } from '../adapter.ts';
import { apiFromDeclaration } from '../api-from-declaration.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { readOpenApi } from '../openapi/index.ts';
import type { ApiRecord, Sink } from '../records.ts';
import { pointer } from '../text/pointer.ts';

/** Belongs to all functions: the schemas that their descriptions refer to, in words. */
const COMPONENTS = 'components';

/**
 * Hands on the operations of the documentation, and functions that it does not have. Examples of the documentation
 * are part of its APIs, and make no trajectories of their own.
 * @returns the functions as a trajectory declares them, each with its API; null where the record has none
 */
export function readTool(
  value: JsonObject,
  record: SourceRecord,
  file: OpenFile,
  sink: Sink,
): ToolDeclaration[] | null {
  const documented = readDocumentation(value, record, file, sink);
  const declared = functionNames(value)?.map((fn) =>
    declarationOf(fn, value, documented.get(operationOf(value, fn) ?? '')),
  );
  return declared?.map((tool) => (tool.api_id === null ? handOn(tool, record, file, sink) : tool)) ?? null;
}

/** @returns its APIs by "VERB path" */
function readDocumentation(
  value: JsonObject,
  record: SourceRecord,
  file: OpenFile,
  sink: Sink,
): ReadonlyMap<string, ApiRecord> {
  const found = new Map<string, ApiRecord>();
  const text = textOf(value['Documentation']);
  if (text === null) return found;
  const place = `${record.position}/Documentation`;
  const domain = textOf(value['Category']);
  const api = ({ api: row, doc }: ApiRecord): void => {
    const own = {
      api: { ...row, domain: row.domain ?? domain },
      doc: { ...doc, source_file: file.path, source_pointer: `${place}#${doc.source_pointer}` },
    };
    found.set(`${row.method} ${row.path}`, own);
    sink.api(own);
  };
  // The path names the tool where the document names neither a host nor a title.
  readOpenApi(
    { path: `toolalpaca/${nameOf(value)}.json`, bytes: new TextEncoder().encode(text) },
    {
      api,
      definition: (definition) => sink.definition(definition),
      trajectory: () => {},
      document: () => {},
      reject: (problem) => sink.reject({ ...problem, file: file.path, position: `${place}#${problem.position}` }),
    },
  );
  return found;
}

function nameOf(value: JsonObject): string {
  return textOf(value['Name']) ?? 'unknown';
}

function functionNames(value: JsonObject): string[] | null {
  const listed = value['Function_Projection'] ?? value['Function_Description'];
  return isObject(listed) ? Object.keys(listed).filter((name) => name !== COMPONENTS) : null;
}

/** @returns "VERB path" of a function, null where it is not said */
function operationOf(value: JsonObject, fn: string): string | null {
  const [path, verb] = arrayOf(objectOf(value['Function_Projection'])[fn]);
  return typeof path === 'string' && typeof verb === 'string' ? `${verb.toUpperCase()} ${path}` : null;
}

function declarationOf(fn: string, value: JsonObject, api: ApiRecord | undefined): ToolDeclaration {
  const description = textOf(objectOf(value['Function_Description'])[fn]);
  return {
    name: fn,
    description,
    dialect: api === undefined ? 'prose' : 'openapi',
    parameters: api === undefined ? null : argumentsOf(api),
    returns: null,
    group: nameOf(value),
    domain: textOf(value['Category']),
    api_id: api?.api.api_id ?? null,
    raw: description ?? '',
  };
}

/** A function takes the parameters of its operation, and the properties of its body, by their names alone. */
function argumentsOf({ doc }: ApiRecord): JsonObject {
  const definitions: Record<string, unknown> = {};
  const properties = doc.params.map(({ name, schema, description }) => {
    const { $defs, ...own } = objectOf(schema === null ? null : JSON.parse(schema));
    Object.assign(definitions, $defs);
    return [name, description === null ? own : { description, ...own }] as const;
  });
  const required = doc.params.filter((param) => param.required).map(({ name }) => name);
  const schema = { type: 'object', properties: Object.fromEntries(properties), required };
  return Object.keys(definitions).length === 0 ? schema : { ...schema, $defs: definitions };
}

/** @returns the tool with the API that it became */
function handOn(tool: ToolDeclaration, record: SourceRecord, file: OpenFile, sink: Sink): ToolDeclaration {
  const title = tool.group;
  const api = apiFromDeclaration(tool, {
    provider: 'toolalpaca',
    tool: title ?? 'unknown',
    kind: 'http',
    title,
    source_file: file.path,
    source_pointer: `${record.position}${pointer('Function_Description', tool.name)}`,
    raw_format: 'text',
  });
  sink.api(api);
  return { ...tool, api_id: api.api.api_id };
}
