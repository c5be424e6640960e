/** Which documented operation a recorded request went to, by path template. */
import { arrayOf, isObject, objectOf } from '../json-value.ts';
import type { ApiRecord } from '../records.ts';

/** What is known of an operation that a request may be linked to. */
export interface LinkableOperation {
  readonly api_id: string;
  readonly name: string;
  readonly method: string | null;
  readonly path: string | null;
  /** Where given, the request must go to its host, and below its path. */
  readonly base_url: string | null;
  /** Path parameters that the documentation says may span several segments, or none (`x-multi-segment`). */
  readonly multi_segment: readonly string[];
}

export interface OperationMatch {
  readonly operation: LinkableOperation;
  /** Values of the template's parameters, decoded, by name. */
  readonly pathArguments: Readonly<Record<string, string>>;
}

/** @returns what linking needs to know of an API that an OpenAPI document describes */
export function linkableOperation({ api, doc }: ApiRecord): LinkableOperation {
  const { api_id, name, method, path } = api;
  return { api_id, name, method, path, base_url: doc.base_url, multi_segment: multiSegment(doc.raw) };
}

function multiSegment(raw: string): string[] {
  if (!raw.startsWith('{') || !raw.includes('"x-multi-segment"')) return [];
  return arrayOf(objectOf(JSON.parse(raw))['parameters'])
    .filter(isObject)
    .filter((parameter) => parameter['x-multi-segment'] === true)
    .map((parameter) => String(parameter['name']));
}

interface Candidate extends OperationMatch {
  /** One character a segment, so that texts compare as specificity does: 0 literal, 1 mixed, 2 parameter, 3 rest. */
  readonly vagueness: string;
}

/**
 * Finds the operation that a request went to. Of several templates that fit, the most specific one is it: at the first
 * segment in which they differ, the more literal.
 * @param method HTTP method, in any case
 * @param url absolute URL of the request
 * @param operations of the API that the request may have gone to
 * @returns the operation, or null where none fits or two fit equally well
 */
export function matchOperation(
  method: string,
  url: string,
  operations: readonly LinkableOperation[],
): OperationMatch | null {
  if (!URL.canParse(url)) return null;
  const target = new URL(url);
  const verb = method.toUpperCase();
  const candidates = operations
    .filter((operation) => operation.method === verb)
    .map((operation) => candidateOf(operation, target))
    .filter((candidate) => candidate !== null)
    .toSorted((a, b) => (a.vagueness < b.vagueness ? -1 : 1));
  const [best, second] = candidates;
  if (!best || best.vagueness === second?.vagueness) return null;
  return { operation: best.operation, pathArguments: best.pathArguments };
}

function candidateOf(operation: LinkableOperation, target: URL): Candidate | null {
  const basePath = basePathOf(operation.base_url, target);
  if (basePath === null || operation.path === null || !target.pathname.startsWith(basePath)) return null;
  const given = target.pathname.slice(basePath.length).split('/').slice(1);
  const template = operation.path.split('/').slice(1);
  const pathArguments: Record<string, string> = {};
  let vagueness = '';
  for (const [index, wanted] of template.entries()) {
    const spans = operation.multi_segment.includes(wanted.slice(1, -1)) && index === template.length - 1;
    const found = spans && given.length >= template.length ? given.slice(index).join('/') : given[index];
    const matched = found === undefined ? null : matchSegment(wanted, found, spans);
    if (matched === null) return null;
    Object.assign(pathArguments, matched.values);
    vagueness += spans ? '3' : matched.vagueness;
    if (spans) return { operation, pathArguments, vagueness };
  }
  return given.length === template.length ? { operation, pathArguments, vagueness } : null;
}

/** Path of the base URL without a slash at its end; null where the request goes to another host. */
function basePathOf(base: string | null, target: URL): string | null {
  if (base === null) return '';
  if (!URL.canParse(base)) return base.startsWith('/') ? base.replace(/\/$/, '') : '';
  const { host, pathname } = new URL(base);
  return host === target.host ? pathname.replace(/\/$/, '') : null;
}

interface SegmentMatch {
  readonly values: Readonly<Record<string, string>>;
  readonly vagueness: '0' | '1' | '2';
}

/** A segment may mix text and parameters: `{base}...{head}`, `{id}.json`. */
function matchSegment(wanted: string, found: string, mayBeEmpty: boolean): SegmentMatch | null {
  if (!wanted.includes('{')) return decoded(wanted) === decoded(found) ? { values: {}, vagueness: '0' } : null;
  const names: string[] = [];
  const pattern = wanted
    .split(/(\{[^{}]+\})/)
    .map((piece) => {
      if (!/^\{[^{}]+\}$/.test(piece)) return piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(piece.slice(1, -1));
      return mayBeEmpty ? '(.*?)' : '(.+?)';
    })
    .join('');
  const match = new RegExp(`^${pattern}$`).exec(found);
  if (!match) return null;
  const values = Object.fromEntries(names.map((name, index) => [name, decoded(match[index + 1] ?? '')]));
  return { values, vagueness: /^\{[^{}]+\}$/.test(wanted) ? '2' : '1' };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
