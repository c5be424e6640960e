/** A call as something that can be run: curl for HTTP APIs, Python and JavaScript for all. Nothing here runs it. */
import type { Row } from '../corpus/index.ts';
import { argumentsObject, type Call } from './whole.ts';

/** What must be known of an HTTP API to write a request. */
export interface HttpTarget {
  readonly method: string;
  /** Template, e.g. /pets/{id}. */
  readonly path: string;
  readonly base_url: string | null;
  readonly params: Row<'api_docs'>['params'];
  readonly request_type: string | null;
}

/** Stands in for a server that the documentation does not name. */
const NO_SERVER = 'https://example.invalid';

interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
}

/**
 * Arguments go where the API says that they belong: path, query, header or body. One that it does not list goes into the
 * query of a GET, DELETE or HEAD and into the body of anything else; `body` is the body as a whole.
 */
export function httpRequest(call: Pick<Call, 'arguments' | 'syntax'>, target: HttpTarget): HttpRequest {
  const { method, base_url, params, request_type } = target;
  const given = argumentsObject(call);
  const bodiless = ['GET', 'DELETE', 'HEAD'].includes(method);
  const placeOf = (name: string): string =>
    params.find((param) => param.name === name)?.location ??
    (target.path.includes(`{${name}}`) ? 'path' : bodiless ? 'query' : 'body');
  const at = (place: string): [string, unknown][] =>
    Object.entries(given).filter(([name]) => name !== 'body' && placeOf(name) === place);
  const path = at('path').reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, encodeURIComponent(asText(value))),
    target.path,
  );
  const query = new URLSearchParams(
    at('query').flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, asText(one)])),
  ).toString();
  const fields = at('body');
  const body = given['body'] !== undefined ? given['body'] : fields.length > 0 ? Object.fromEntries(fields) : null;
  return {
    method,
    url: `${(base_url ?? NO_SERVER).replace(/\/$/, '')}${path}${query === '' ? '' : `?${query}`}`,
    headers: [
      ...at('header').map(([name, value]) => [name, asText(value)] as const),
      ...(body === null ? [] : ([['Content-Type', request_type ?? 'application/json']] as const)),
    ],
    body: body === null ? null : asText(body),
  };
}

/** @returns a command for a POSIX shell */
export function callAsCurl(call: Pick<Call, 'arguments' | 'syntax'>, target: HttpTarget): string {
  const { method, url, headers, body } = httpRequest(call, target);
  return [
    `curl -X ${method} ${shellText(url)}`,
    ...headers.map(([name, value]) => `-H ${shellText(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${shellText(body)}`]),
  ].join(' \\\n  ');
}

export type CodeLanguage = 'python' | 'javascript';

/**
 * @param target the HTTP API that is called; null for functions and tools, which are called by name
 * @returns a few lines of code
 */
export function callAsCode(
  call: Pick<Call, 'arguments' | 'syntax' | 'tool_name'>,
  target: HttpTarget | null,
  language: CodeLanguage,
): string {
  return language === 'python' ? python(call, target) : javascript(call, target);
}

function python(call: Pick<Call, 'arguments' | 'syntax' | 'tool_name'>, target: HttpTarget | null): string {
  if (target === null) {
    const given = Object.entries(argumentsObject(call));
    const list = given.every(([name]) => isIdentifier(name))
      ? given.map(([name, value]) => `${name}=${pythonValue(value)}`).join(', ')
      : `**${pythonValue(Object.fromEntries(given))}`;
    return `${codeName(call.tool_name)}(${list})`;
  }
  const { method, url, headers, body } = httpRequest(call, target);
  return [
    'import requests',
    '',
    'response = requests.request(',
    `    ${pythonValue(method)}, ${pythonValue(url)},`,
    ...(headers.length === 0 ? [] : [`    headers=${pythonValue(Object.fromEntries(headers))},`]),
    ...(body === null ? [] : [`    data=${pythonValue(body)}.encode(),`]),
    ')',
    'print(response.status_code, response.text)',
  ].join('\n');
}

function javascript(call: Pick<Call, 'arguments' | 'syntax' | 'tool_name'>, target: HttpTarget | null): string {
  if (target === null) return `await ${codeName(call.tool_name)}(${JSON.stringify(argumentsObject(call), null, 2)})`;
  const { method, url, headers, body } = httpRequest(call, target);
  return [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    `  method: ${JSON.stringify(method)},`,
    ...(headers.length === 0 ? [] : [`  headers: ${JSON.stringify(Object.fromEntries(headers))},`]),
    ...(body === null ? [] : [`  body: ${JSON.stringify(body)},`]),
    '});',
    'console.log(response.status, await response.text());',
  ].join('\n');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Single quotes keep everything as it is but themselves. */
function shellText(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function isIdentifier(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
}

/** A tool's name may hold anything: what no identifier may hold becomes an underscore. */
function codeName(name: string): string {
  return name
    .split('.')
    .map((part) => part.replaceAll(/[^\p{L}\p{N}_]/gu, '_').replace(/^(?=\p{N})/u, '_'))
    .join('.');
}

function pythonValue(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(', ')}]`;
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([name, one]) => `${pythonValue(name)}: ${pythonValue(one)}`)
      .join(', ')}}`;
  // Escapes of JSON strings mean the same in Python, but for surrogate pairs, which JSON.stringify leaves as they are.
  return JSON.stringify(value);
}
