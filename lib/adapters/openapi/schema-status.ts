import type { SchemaStatus } from '../../corpus/index.ts';
import { isObject, textOf } from '../json-value.ts';
import type { Operation, Parameter, Response } from './model.ts';

/**
 * How much of an operation's call a schema describes. What there is to describe: each parameter, the request body if
 * one is declared, and the success response if it has content; a GET that answers 200 is expected to have some.
 * `full`: all of it has a schema, or there is nothing to describe and the success response says so (204); `partial`:
 * some of it has; `prose`: none of it has, but there is a summary or description; `none`: not even that.
 */
export function schemaStatus(operation: Operation): SchemaStatus {
  const success = operation.responses.find((response) => response.status.startsWith('2'));
  const described = [
    ...operation.parameters.map(isTyped),
    ...(operation.body ? [isObject(operation.body.schema)] : []),
    ...(success && hasContent(success, operation.method) ? [isObject(success.schema)] : []),
  ];
  if (described.length > 0 && described.every(Boolean)) return 'full';
  if (described.length === 0 && success?.status === '204') return 'full';
  if (described.some(Boolean)) return 'partial';
  return (textOf(operation.declared['description']) ?? textOf(operation.declared['summary'])) ? 'prose' : 'none';
}

function isTyped({ schema }: Parameter): boolean {
  return isObject(schema) && Object.keys(schema).length > 0;
}

function hasContent(response: Response, method: string): boolean {
  return response.mediaType !== null || response.schema !== null || (response.status === '200' && method === 'GET');
}
