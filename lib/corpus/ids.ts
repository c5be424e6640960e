/** Ids: readable, stable across builds, and only ever compared whole. */

export interface ApiKey {
  readonly provider: string;
  readonly tool: string;
  readonly name: string;
}

/** @returns `provider/tool/name`; slashes within provider and tool are folded, since only a name may hold them. */
export function apiId({ provider, tool, name }: ApiKey): string {
  return `${provider.replaceAll('/', '-')}/${tool.replaceAll('/', '-')}/${name}`;
}

/**
 * @param id an api_id
 * @returns its parts, or null where the text is not an api_id
 */
export function parseApiId(id: string): ApiKey | null {
  const first = id.indexOf('/');
  const second = id.indexOf('/', first + 1);
  if (first < 1 || second < first + 2 || second === id.length - 1) return null;
  return { provider: id.slice(0, first), tool: id.slice(first + 1, second), name: id.slice(second + 1) };
}

/** @returns `provider/tool#name`, the id of a named schema that an API of that tool refers to. */
export function definitionId({ provider, tool, name }: ApiKey): string {
  return `${provider.replaceAll('/', '-')}/${tool.replaceAll('/', '-')}#${name}`;
}

/** @returns `source:record`, the id of a trajectory or a document. */
export function recordId(source: string, record: string): string {
  return `${source}:${record}`;
}

/** @returns `#/$defs/NAME`, how a stored schema refers to a named one. Not percent-encoded. */
export function schemaRef(name: string): string {
  return `#/$defs/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * @param ref a `$ref` of a stored schema
 * @returns the NAME that it refers to (a key of the schema's own $defs, else of the table definitions), or null where
 *   it is of another form and was kept as its document has it
 */
export function schemaRefName(ref: string): string | null {
  if (!ref.startsWith('#/$defs/')) return null;
  return ref.slice('#/$defs/'.length).replaceAll('~1', '/').replaceAll('~0', '~');
}
