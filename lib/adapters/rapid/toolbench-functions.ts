/** ToolBench's functions: `{name, description, parameters}` as OpenAI has them, with `optional` beside `required`. */
import type { JSONPath } from 'jsonc-parser';
import type { ToolDeclaration } from '../declarations.ts';
import { isObject } from '../json-value.ts';
import type { JsonSource } from '../text/json-source.ts';

/** Every function is named after its API and its tool, cut to its last 64 characters; only this sentence is whole. */
const TOOL = /^This is the subfunction for tool "([^"]+)"/;

/**
 * @param list the functions
 * @param source text of the record
 * @param path where the list stands in the record
 * @returns their declarations in order, duplicates included; null where there is no list
 */
export function functionDeclarations(list: unknown, source: JsonSource, path: JSONPath): ToolDeclaration[] | null {
  if (!Array.isArray(list)) return null;
  return list.flatMap((entry: unknown, at) => {
    if (!isObject(entry) || typeof entry['name'] !== 'string') return [];
    const description = typeof entry['description'] === 'string' ? entry['description'] : null;
    return {
      name: entry['name'],
      description,
      dialect: 'json-schema' as const,
      parameters: entry['parameters'] ?? null,
      returns: null,
      group: TOOL.exec(description ?? '')?.[1] ?? null,
      domain: null,
      api_id: null,
      raw: source([...path, at], entry),
    };
  });
}
