/** One vocabulary for the operations of OpenAPI 3 and Swagger 2; every reference but those of schemas is resolved. */
import type { JsonObject } from '../json-value.ts';

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** A documented example; its value is never changed. */
export interface Example {
  /** Name among several, where it has one. */
  readonly name: string | null;
  readonly mediaType: string | null;
  readonly value: unknown;
}

export interface Parameter {
  readonly name: string;
  /** path, query, header or cookie. */
  readonly location: string;
  readonly required: boolean;
  readonly description: string | null;
  /** As declared, references included; null where there is none. */
  readonly schema: unknown;
  readonly examples: readonly Example[];
}

export interface Body {
  readonly required: boolean;
  readonly description: string | null;
  readonly mediaType: string | null;
  readonly schema: unknown;
  readonly examples: readonly Example[];
}

export interface Response {
  readonly status: string;
  readonly description: string | null;
  readonly mediaType: string | null;
  readonly schema: unknown;
  readonly examples: readonly Example[];
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  /** JSON pointer of the operation in its document. */
  readonly pointer: string;
  readonly declared: JsonObject;
  readonly parameters: readonly Parameter[];
  readonly body: Body | null;
  readonly responses: readonly Response[];
  readonly baseUrl: string | null;
}

/** What tells the two formats apart when an operation is read. */
export interface Dialect {
  readonly name: 'openapi-3' | 'swagger-2';
  read(at: OperationPlace): Pick<Operation, 'parameters' | 'body' | 'responses' | 'baseUrl'>;
}

/** An operation as it stands in its document. */
export interface OperationPlace {
  readonly pointer: string;
  readonly item: JsonObject;
  readonly operation: JsonObject;
}

/** @returns whether a media type is JSON or a format written in it */
function isJsonType(mediaType: string): boolean {
  return /^[^;]*[/+]json\b/i.test(mediaType);
}

/** @returns the media type that stands for all: JSON where it is among them, else the first; null where there is none */
export function preferredType(mediaTypes: readonly string[]): string | null {
  return (
    mediaTypes.find((type) => /^application\/json\b/i.test(type)) ??
    mediaTypes.find(isJsonType) ??
    mediaTypes[0] ??
    null
  );
}
