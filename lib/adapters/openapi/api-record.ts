/** One operation as a record of the catalogue. */
import type { ApiKey, Row } from '../../corpus/index.ts';
import { objectOf, textOf } from '../json-value.ts';
import type { Memo } from '../memo.ts';
import type { ApiRecord } from '../records.ts';
import { firstSentence, plainText, shorten } from '../text/plain.ts';
import { documentedExamples, successExample } from './documented.ts';
import type { DocumentTexts } from './document-text.ts';
import type { Operation, Parameter, Response } from './model.ts';
import { schemaStatus } from './schema-status.ts';
import type { SchemaPlace, Schemas } from './schemas.ts';
import type { Property, Shapes } from './shape.ts';

const SUMMARY_LENGTH = 200;

type ParamRow = Row<'api_docs'>['params'][number];

/** What an operation's record takes from its document. */
export interface DocumentContext {
  readonly file: string;
  readonly schemas: Schemas;
  readonly shapes: Shapes;
  readonly texts: DocumentTexts;
  readonly parameterRows: Memo<Parameter, ParamRow>;
  readonly propertyRows: Memo<Property, ParamRow>;
  readonly title: string | null;
  readonly version: string | null;
  readonly domain: string | null;
  readonly licence: string | null;
  /** Security requirements that hold where an operation declares none. */
  readonly security: unknown;
  readonly rawFormat: string;
}

/**
 * @param key the API's identity, unique in its document
 * @param id its api_id
 * @param raw source text of the operation
 */
export function apiRecord(
  key: ApiKey,
  id: string,
  operation: Operation,
  raw: string,
  context: DocumentContext,
): ApiRecord {
  const { declared } = operation;
  const summary = textOf(declared['summary']);
  const description = textOf(declared['description']);
  const params = paramRows(operation, context);
  const examples = documentedExamples(operation);
  return {
    api: {
      api_id: id,
      ...key,
      kind: 'http',
      domain: context.domain,
      method: operation.method,
      path: operation.path,
      summary: oneLine(summary, description),
      n_params: params.length,
      n_required: params.filter((param) => param.required).length,
      n_examples: examples.length,
      deprecated: declared['deprecated'] === true,
      schema_status: schemaStatus(operation),
    },
    doc: {
      api_id: id,
      title: context.title,
      version: context.version,
      base_url: operation.baseUrl,
      description,
      params,
      ...schemaColumns(operation, context),
      examples: JSON.stringify(examples),
      security: jsonOrNull(declared['security'] ?? context.security),
      document: context.texts.text({
        id,
        operation,
        summary,
        description,
        requestExample: operation.body?.examples[0],
        responseExample: successExample(operation),
      }),
      licence: context.licence,
      source_file: context.file,
      source_pointer: operation.pointer,
      raw_format: context.rawFormat,
      raw,
    },
  };
}

function oneLine(summary: string | null, description: string | null): string | null {
  const line =
    (summary === null ? '' : plainText(summary)) || (description === null ? null : firstSentence(description));
  return line === null ? null : shorten(line, SUMMARY_LENGTH);
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

function schemaColumns(
  operation: Operation,
  { schemas }: DocumentContext,
): Pick<ApiRecord['doc'], 'request_schema' | 'request_type' | 'response_schema' | 'responses'> {
  const { body, responses, pointer } = operation;
  const success = responses.find((response) => response.status.startsWith('2') && response.schema !== null);
  return {
    request_schema:
      body === null || body.schema === null
        ? null
        : schemas.text(body.schema, 'request', () => `${pointer}/requestBody`),
    request_type: body?.mediaType ?? null,
    response_schema: success ? schemas.text(success.schema, 'response', responsePosition(pointer, success)) : null,
    responses: JSON.stringify(
      responses.map((response) => ({
        status: response.status,
        description: response.description,
        media_type: response.mediaType,
        schema_name: schemas.name(response.schema, responsePosition(pointer, response)),
      })),
    ),
  };
}

function responsePosition(pointer: string, response: Response): () => string {
  return () => `${pointer}/responses/${response.status}`;
}

/** Parameters, then top-level properties of the body; a body that is no object is one parameter named `body`. */
function paramRows({ parameters, body, pointer }: Operation, context: DocumentContext): ParamRow[] {
  const position = (): string => pointer;
  const outer = parameters.map((one) =>
    context.parameterRows.get(one, () => paramRow(one, one.location, one.description, 'parameter', position, context)),
  );
  if (body === null) return outer;
  const properties = context.shapes.properties(body.schema);
  if (properties.length === 0) {
    return [...outer, paramRow({ ...body, name: 'body' }, 'body', body.description, 'none', position, context)];
  }
  const inner = properties.map((one) =>
    context.propertyRows.get(one, () =>
      paramRow(one, 'body', descriptionOf(one.schema, context.shapes), 'none', position, context),
    ),
  );
  return [...outer, ...inner];
}

function descriptionOf(schema: unknown, { references }: Shapes): string | null {
  return textOf(objectOf(schema)['description']) ?? textOf(references.object(schema, null)['description']);
}

function paramRow(
  { name, schema, required }: Property,
  location: string,
  description: string | null,
  place: SchemaPlace,
  position: () => string,
  { schemas, shapes }: DocumentContext,
): ParamRow {
  return {
    name,
    location,
    type: shapes.type(schema),
    required,
    description,
    constraints: jsonOrNull(shapes.constraints(schema)),
    schema: schema === null || schema === undefined ? null : schemas.text(schema, place, position),
  };
}
