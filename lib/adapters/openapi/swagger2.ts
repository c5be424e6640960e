/** Operations of Swagger 2.0. */
import { isObject, objectOf, stringsOf, textOf, type JsonObject } from '../json-value.ts';
import { escapeSegment } from '../text/pointer.ts';
import { schemaExamples } from './example-values.ts';
import {
  preferredType,
  type Body,
  type Dialect,
  type Example,
  type OperationPlace,
  type Parameter,
  type Response,
} from './model.ts';
import { declaredParameters, parameterHead } from './parameters.ts';
import { referenceOf, type References } from './references.ts';

/** Members of a parameter that say something about it and not about its value. */
const NOT_SCHEMA = new Set(['name', 'in', 'required', 'description', 'schema', 'example', 'x-example', 'x-examples']);

/** @param root the parsed document */
export function swagger2(root: JsonObject, references: References): Dialect {
  return {
    name: 'swagger-2',
    read: (place) => {
      const declared = declaredParameters(references, place);
      return {
        parameters: declared.filter((one) => one['in'] !== 'body' && one['in'] !== 'formData').map(parameterOf),
        body: bodyOf(references, root, place, declared),
        responses: responsesOf(references, root, place),
        baseUrl: baseUrl(root, place.operation),
      };
    },
  };
}

/** A Swagger 2 parameter outside of the body carries its schema's keywords itself. */
function ownSchema(declared: JsonObject): unknown {
  if (isObject(declared['schema'])) return declared['schema'];
  const entries = Object.entries(declared).filter(([key]) => !NOT_SCHEMA.has(key));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

function ownExamples(declared: JsonObject, mediaType: string | null): Example[] {
  const named = Object.entries(objectOf(declared['x-examples'])).map(([name, value]) => ({ name, value }));
  const single = [declared['x-example'], declared['example']].map((value) => ({ name: null, value }));
  return [...single, ...named]
    .filter(({ value }) => value !== undefined && value !== null)
    .map(({ name, value }) => ({ name, mediaType, value }));
}

function parameterOf(declared: JsonObject): Parameter {
  return { ...parameterHead(declared), schema: ownSchema(declared), examples: ownExamples(declared, null) };
}

function bodyOf(
  references: References,
  root: JsonObject,
  place: OperationPlace,
  declared: readonly JsonObject[],
): Body | null {
  const consumes = stringsOf(place.operation['consumes'] ?? root['consumes']);
  const body = declared.find((one) => one['in'] === 'body');
  if (body) {
    const mediaType = preferredType(consumes) ?? 'application/json';
    const own = ownExamples(body, mediaType);
    const examples = own.length > 0 ? own : schemaExamples(references, body['schema'], mediaType, () => place.pointer);
    const schema = body['schema'] ?? null;
    return {
      required: body['required'] === true,
      description: textOf(body['description']),
      mediaType,
      schema,
      examples,
    };
  }
  const fields = declared.filter((one) => one['in'] === 'formData');
  return fields.length > 0 ? formBody(fields, consumes) : null;
}

function formBody(fields: readonly JsonObject[], consumes: readonly string[]): Body {
  const hasFile = fields.some((field) => field['type'] === 'file');
  const form = consumes.find((type) => /form/i.test(type));
  const mediaType = form ?? (hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded');
  const required = fields.filter((field) => field['required'] === true).map((field) => String(field['name']));
  const properties = Object.fromEntries(fields.map((field) => [String(field['name']), fieldSchema(field)]));
  const schema = { type: 'object', properties, ...(required.length > 0 && { required }) };
  return { required: required.length > 0, description: null, mediaType, schema, examples: [] };
}

function fieldSchema(field: JsonObject): unknown {
  const schema = objectOf(ownSchema(field));
  if (referenceOf(schema) !== null) return schema;
  return { ...schema, ...(typeof field['description'] === 'string' && { description: field['description'] }) };
}

function responsesOf(references: References, root: JsonObject, { operation, pointer }: OperationPlace): Response[] {
  const produces = stringsOf(operation['produces'] ?? root['produces']);
  const declared = Object.entries(objectOf(operation['responses'])).filter(([status]) => !status.startsWith('x-'));
  return declared.map(([status, entry]) => {
    const at = (): string => `${pointer}/responses/${escapeSegment(status)}`;
    const response = references.object(entry, at);
    const schema = response['schema'] ?? null;
    const mediaType =
      schema === null && !isObject(response['examples']) ? null : (preferredType(produces) ?? 'application/json');
    const examples = responseExamples(references, response, mediaType, at);
    return { status, description: textOf(response['description']), mediaType, schema, examples };
  });
}

/** Swagger 2 keeps response examples by media type. */
function responseExamples(
  references: References,
  response: JsonObject,
  mediaType: string | null,
  at: () => string,
): Example[] {
  const own = Object.entries(objectOf(response['examples']))
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) =>
      key.includes('/') ? { name: null, mediaType: key, value } : { name: key, mediaType, value },
    );
  return own.length > 0 ? own : schemaExamples(references, response['schema'], mediaType, at);
}

function baseUrl(root: JsonObject, operation: JsonObject): string | null {
  const host = textOf(root['host']);
  if (host === null) return textOf(root['basePath']);
  const schemes = stringsOf(operation['schemes'] ?? root['schemes']);
  const scheme = schemes.includes('https') ? 'https' : (schemes[0] ?? 'https');
  return `${scheme}://${host}${textOf(root['basePath']) ?? ''}`;
}
