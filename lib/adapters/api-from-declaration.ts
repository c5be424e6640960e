/** A declared tool as a record of the catalogue. */
import { apiId, type ApiKind } from '../corpus/index.ts';
import type { ToolDeclaration } from './declarations.ts';
import { declaredParameters, declaredResult, type DeclaredField } from './dialects/index.ts';
import { shapesOf } from './dialects/declared-fields.ts';
import { exampleBlock, PropertyLines, section } from './document-lines.ts';
import type { JsonObject } from './json-value.ts';
import type { ApiRecord } from './records.ts';
import { firstSentence, shorten } from './text/plain.ts';

const SUMMARY_LENGTH = 200;
/** The most of a declaration's definitions that each of its arguments repeats. */
const DEFINITIONS_LENGTH = 2_048;

/** A documented example of a call or its result; the value is never changed. */
export interface DeclaredExample {
  readonly place: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly media_type: string | null;
  readonly value: unknown;
}

/** Where a declaration belongs, and what its source says of it beside the declaration itself. */
export interface DeclarationPlace {
  /** The api_id; `provider/tool/name` where it is not given. */
  readonly id?: string;
  readonly provider: string;
  readonly tool: string;
  readonly kind: ApiKind;
  /** Takes the place of the declaration's own. */
  readonly domain?: string | null;
  readonly title?: string | null;
  readonly version?: string | null;
  readonly base_url?: string | null;
  readonly method?: string | null;
  readonly path?: string | null;
  readonly licence?: string | null;
  readonly examples?: readonly DeclaredExample[];
  readonly source_file: string;
  /** JSON pointer, line or row. */
  readonly source_pointer: string;
  readonly raw_format: string;
}

/**
 * @param tool the declaration; its `raw` becomes api_docs.raw
 * @param place identity and provenance
 */
export function apiFromDeclaration(tool: ToolDeclaration, place: DeclarationPlace): ApiRecord {
  const { title = null, version = null, base_url = null, method = null, path = null, licence = null } = place;
  const { provider, kind, examples = [], source_file, source_pointer, raw_format } = place;
  const key = { provider, tool: place.tool, name: tool.name };
  const api_id = place.id ?? apiId(key);
  const { schema, status, fields } = declaredParameters(tool);
  const returns = declaredResult(tool);
  const description = tool.description ?? (typeof tool.parameters === 'string' ? tool.parameters : null);
  const summary = firstSentence(description ?? '');
  return {
    api: {
      api_id,
      ...key,
      kind,
      domain: place.domain ?? tool.domain,
      method,
      path,
      summary: summary === null ? null : shorten(summary, SUMMARY_LENGTH),
      n_params: fields.length,
      n_required: fields.filter(({ required }) => required).length,
      n_examples: examples.length,
      deprecated: false,
      schema_status: status,
    },
    doc: {
      api_id,
      title,
      version,
      base_url,
      description,
      params: fields.map((field) => paramRow(field, schema?.['$defs'])),
      request_schema: schema === null ? null : JSON.stringify(schema),
      request_type: null,
      response_schema: returns === null ? null : JSON.stringify(returns),
      responses: '[]',
      examples: JSON.stringify(examples),
      security: null,
      document: documentText([apiId(key), httpLine(method, path), base_url], description, schema, returns, examples),
      licence,
      source_file,
      source_pointer,
      raw_format,
      raw: tool.raw,
    },
  };
}

function httpLine(method: string | null, path: string | null): string | null {
  return [method, path].filter((part) => part !== null).join(' ') || null;
}

/** Definitions are repeated in each argument that refers to one, so that its schema can be read alone. */
function paramRow(field: DeclaredField, definitions: unknown): ApiRecord['doc']['params'][number] {
  const { name, type, required, description, constraints, schema } = field;
  return {
    name,
    location: 'argument',
    type,
    required,
    description,
    constraints: constraints === null ? null : JSON.stringify(constraints),
    schema: schema === null ? null : withDefinitions(JSON.stringify(schema), definitions),
  };
}

function withDefinitions(schema: string, definitions: unknown): string {
  if (definitions === undefined || !schema.includes('"$ref":')) return schema;
  const text = JSON.stringify(definitions);
  return text.length > DEFINITIONS_LENGTH ? schema : `${schema.slice(0, -1)},"$defs":${text}}`;
}

/** The text that a model reads, in the same shape as that of a documented operation. */
function documentText(
  head: readonly (string | null)[],
  description: string | null,
  schema: JsonObject | null,
  returns: JsonObject | null,
  examples: readonly DeclaredExample[],
): string {
  const [example] = examples;
  const blocks = [
    head.filter((line) => line !== null).join('\n'),
    description?.trim() === '' ? null : description,
    schema === null ? null : section('Parameters', new PropertyLines(shapesOf(schema)).of(schema)),
    returns === null ? null : section('Result', new PropertyLines(shapesOf(returns)).of(returns)),
    example ? exampleBlock(`Example${example.name === null ? '' : `: ${example.name}`}`, example.value) : null,
  ];
  return blocks.filter((block) => block !== null).join('\n\n');
}
