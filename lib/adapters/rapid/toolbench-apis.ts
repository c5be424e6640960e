/** Tools of RapidAPI as ToolBench describes them: one file a tool, one API an endpoint. */
import type { OpenFile, SourceRecord } from '../adapter.ts';
import { apiFromDeclaration, type DeclaredExample } from '../api-from-declaration.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { report } from '../reasons.ts';
import type { ApiRecord, Sink } from '../records.ts';
import { jsonSource, type JsonSource } from '../text/json-source.ts';
import { rejectShape } from '../reject-shape.ts';
import { templateSchema } from './template-schema.ts';

const PROVIDER = 'rapidapi.com';

/** What the APIs of one tool share. */
interface Tool {
  readonly file: OpenFile;
  readonly source: JsonSource;
  readonly value: JsonObject;
  /** Responses by API, of the file that ToolBench keeps them in. */
  readonly responses: ReadonlyMap<string, unknown>;
}

/** @returns where ToolBench keeps the responses of a tool's APIs: in a folder beside that of the tools */
export function responsesPath(path: string): string | null {
  const at = path.lastIndexOf('/tools/');
  return at === -1 ? null : `${path.slice(0, at)}/response_examples/${path.slice(at + '/tools/'.length)}`;
}

/**
 * Each API of the tool is one record; so is an entry that is none, and a tool without APIs.
 * @param record `{tool_name, standardized_name, host, api_list: [{name, url, method, required_parameters, …}]}`, or
 *   `{api_list: [{name, schema}]}` where responses are all that there is
 */
export function readToolFile(record: SourceRecord, file: OpenFile, sink: Sink): void {
  const value = objectOf(record.value);
  const tool = { file, value, source: jsonSource(record.raw), responses: responsesOf(file) };
  const apis = arrayOf(value['api_list']);
  apis.forEach((api, at) => {
    const position = `${record.position}/api_list/${at}`;
    if (isObject(api) && textOf(nameOf(api)) !== null) return sink.api(apiRecord(api, at, position, tool));
    rejectShape(sink, file, { position, value: api, raw: JSON.stringify(api) }, 'an API with a name');
  });
  if (apis.length > 0) return;
  const { position, raw } = record;
  const message = 'The tool has no API.';
  report(sink, file.path, { severity: 'rejected', reason: 'no-operations', position, message, raw });
}

function responsesOf(file: OpenFile): Map<string, unknown> {
  const path = responsesPath(file.path);
  const value = path === null ? null : file.companion(path)?.[0]?.value;
  const named = arrayOf(objectOf(value)['api_list']).map(objectOf);
  return new Map(named.map((one) => [String(one['name']), one['schema']]));
}

function nameOf(api: JsonObject): unknown {
  return api['name'] ?? api['api_name'];
}

function apiRecord(
  api: JsonObject,
  at: number,
  source_pointer: string,
  { file, source, value, responses }: Tool,
): ApiRecord {
  const [stem, category] = file.path.split('/').toReversed();
  const host = textOf(value['host']);
  return apiFromDeclaration(rapidDeclaration(api, source(['api_list', at], api), responses), {
    provider: PROVIDER,
    tool: textOf(value['standardized_name']) ?? stem!.replace(/\.json$/, ''),
    kind: 'http',
    domain: textOf(value['category_name']) ?? textOf(value['category']) ?? category ?? null,
    title: textOf(value['title']) ?? textOf(value['tool_name']),
    base_url: host === null ? null : `https://${host}`,
    method: textOf(api['method'])?.toUpperCase() ?? null,
    path: pathOf(textOf(api['url'])),
    examples: exampleOf(api['body']),
    source_file: file.path,
    source_pointer,
    raw_format: 'json',
  });
}

function pathOf(url: string | null): string | null {
  return url === null ? null : url.replace(/^[a-z]+:\/\/[^/]*(?=\/|$)/i, '') || '/';
}

/** `body` is what the endpoint answered when the tool was collected. */
function exampleOf(body: unknown): DeclaredExample[] {
  const empty =
    body === undefined || body === null || body === '' || (isObject(body) && Object.keys(body).length === 0);
  return empty ? [] : [{ place: 'response', name: null, status: null, media_type: null, value: body }];
}

/**
 * @param api an entry of a tool's, or of a task's, `api_list`
 * @param raw its text
 * @param responses templates by API that stand elsewhere
 */
export function rapidDeclaration(
  api: JsonObject,
  raw: string,
  responses: ReadonlyMap<string, unknown> = new Map(),
): ToolDeclaration {
  const { required_parameters, optional_parameters } = api;
  const declared = required_parameters !== undefined || optional_parameters !== undefined;
  const name = String(nameOf(api));
  return {
    name,
    description: textOf(api['description']) ?? textOf(api['api_description']),
    dialect: 'rapidapi',
    parameters: declared ? { required_parameters, optional_parameters } : null,
    returns: templateSchema(api['template_response'] ?? api['schema'] ?? responses.get(name)),
    group: textOf(api['tool_name']),
    domain: textOf(api['category_name']),
    api_id: null,
    raw,
  };
}
