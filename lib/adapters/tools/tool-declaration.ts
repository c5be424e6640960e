/** One declared tool, whatever form its source has it in. */
import type { Dialect, ToolDeclaration } from '../declarations.ts';
import { isObject, textOf, type JsonObject } from '../json-value.ts';

/** Keys of a declaration under which its arguments stand: OpenAI and most others, MCP, Anthropic. */
const PARAMETERS = ['parameters', 'inputSchema', 'input_schema'] as const;

/** Keys of a declaration under which a schema of its result stands: MCP, BFCL. */
const RETURNS = ['outputSchema', 'output_schema', 'response'] as const;

/** Keywords that make an object a schema, even where it has neither a type nor properties. */
const KEYWORDS = ['$ref', '$defs', '$schema', 'anyOf', 'oneOf', 'allOf', 'additionalProperties'] as const;

/**
 * Reads any of: OpenAI tools and functions, MCP, Anthropic (a server tool has no schema), BFCL, xLAM, RapidAPI's
 * two lists, Toucan's one list.
 * @param entry the declaration, parsed
 * @param raw its source text
 * @returns null where it is no declaration: it has no name
 */
export function toolDeclaration(entry: unknown, raw: string): ToolDeclaration | null {
  if (!isObject(entry)) return null;
  if (isObject(entry['function'])) return toolDeclaration(entry['function'], raw);
  const name = nameOf(entry);
  if (name === null) return null;
  return {
    name,
    description: textOf(entry['description']) ?? textOf(entry['api_description']),
    ...declaredArguments(entry),
    returns: RETURNS.map((key) => entry[key]).find(isObject) ?? null,
    group: textOf(entry['tool_name']),
    domain: textOf(entry['category_name']),
    api_id: null,
    raw,
  };
}

/** Tools that a provider runs itself may have a type and nothing else: `{"type": "web_search"}`. */
function nameOf({ api_name, name, type, ...rest }: JsonObject): string | null {
  const given = [api_name, name].find((text) => typeof text === 'string' && text !== '');
  if (typeof given === 'string') return given;
  const isBuiltIn = textOf(type) !== null && type !== 'function' && !('properties' in rest);
  return isBuiltIn && name === undefined ? textOf(type) : null;
}

function declaredArguments(entry: JsonObject): Pick<ToolDeclaration, 'dialect' | 'parameters'> {
  const { required_parameters, optional_parameters } = entry;
  if (Array.isArray(required_parameters) || Array.isArray(optional_parameters)) {
    return { dialect: 'rapidapi', parameters: { required_parameters, optional_parameters } };
  }
  const parameters = parsed(PARAMETERS.map((key) => entry[key]).find((value) => value !== undefined) ?? null);
  return { dialect: dialectOf(parameters), parameters };
}

/** Arguments may be JSON in a string; other strings are prose. */
function parsed(parameters: unknown): unknown {
  if (typeof parameters !== 'string' || !/^\s*[[{]/.test(parameters)) return parameters;
  try {
    return JSON.parse(parameters) as unknown;
  } catch {
    return parameters;
  }
}

/** @returns the dialect that arguments are written in, by their shape alone */
export function dialectOf(parameters: unknown): Dialect {
  if (typeof parameters === 'string') return 'prose';
  if (Array.isArray(parameters)) return 'listed';
  if (!isObject(parameters) || Object.keys(parameters).length === 0) return 'json-schema';
  if (parameters['type'] === 'dict') return 'bfcl';
  return isSchema(parameters) ? 'json-schema' : 'fields';
}

/** An argument may be called `type` or `properties`; then an object with a type of its own stands there. */
function isSchema(parameters: JsonObject): boolean {
  const { type, properties } = parameters;
  if (typeof type === 'string' || Array.isArray(type)) return true;
  if (isObject(properties) && typeof properties['type'] !== 'string') return true;
  return KEYWORDS.some((key) => key in parameters);
}
