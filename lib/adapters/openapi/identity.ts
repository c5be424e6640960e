/** Who offers a document's APIs, and which tool they belong to. */
import { arrayOf, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { serverUrl } from './openapi3.ts';

export interface ToolIdentity {
  readonly provider: string;
  readonly tool: string;
}

/** @returns letters and digits of a title, in lower case, joined by hyphens; at most 60 characters */
function slug(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60).replace(/-+$/, '');
}

/**
 * Provider: `x-providerName`, else the host, else the file's folder, else `unknown`. Tool: `x-serviceName`; where a
 * directory of documents names the provider alone, its one tool is `api`; else a slug of the title, else of the file.
 * @param path path of the document
 */
export function toolIdentity(root: JsonObject, path: string): ToolIdentity {
  const info = objectOf(root['info']);
  const named = textOf(info['x-providerName']);
  const folders = path.split('/');
  const file = (folders.pop() ?? '').replace(/\.[^.]+$/, '');
  const provider = named ?? hostOf(root) ?? folders.at(-1) ?? 'unknown';
  const service = textOf(info['x-serviceName']) ?? (named === null ? null : 'api');
  return { provider, tool: service ?? (slug(textOf(info['title']) ?? '') || slug(file) || 'api') };
}

function hostOf(root: JsonObject): string | null {
  const url = textOf(root['host']) ?? serverUrl(root);
  if (url === null) return null;
  const host = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?([^/:?#\s]+\.[^/:?#\s]+)/i.exec(url)?.[1];
  return host?.toLowerCase().replace(/^(?:www|api)\.(?=[^.]+\.)/, '') ?? null;
}

/** @returns the subject area: the first of `x-apisguru-categories`, which some documents write as one string */
export function domainOf(root: JsonObject): string | null {
  const categories = objectOf(root['info'])['x-apisguru-categories'];
  return textOf(Array.isArray(categories) ? arrayOf(categories)[0] : categories);
}

/** @returns the licence that the document declares for itself */
export function licenceOf(root: JsonObject): string | null {
  const licence = objectOf(objectOf(root['info'])['license']);
  return textOf(licence['identifier']) ?? textOf(licence['name']);
}
