/** Tools as trajectories and tool documentation declare them, and the calls that a benchmark expects. */

/**
 * How `parameters` of a declaration is written.
 * - `json-schema`: JSON Schema of any draft (OpenAI tools, MCP inputSchema, Anthropic input_schema, ToolBench functions)
 * - `openapi`: an OpenAPI 3.0 or Swagger 2 schema object
 * - `bfcl`: JSON Schema with Python types: dict, float, tuple, any, HashMap …
 * - `fields`: an object `{argument: {type, description, default?, required?}}`, as xLAM, ToolRL and API-Bank have it;
 *   types such as "str, optional" or "List[int]"
 * - `rapidapi`: ToolBench's `{required_parameters: […], optional_parameters: […]}`
 * - `listed`: `[{name, required?, type?, description?}]`, where a type may be a mere placeholder
 * - `prose`: words alone
 */
export const DIALECTS = ['json-schema', 'openapi', 'bfcl', 'fields', 'rapidapi', 'listed', 'prose'] as const;
export type Dialect = (typeof DIALECTS)[number];

export interface ToolDeclaration {
  /** Verbatim; names are not validated. */
  readonly name: string;
  readonly description: string | null;
  readonly dialect: Dialect;
  /** As declared, parsed; null where the declaration says nothing of parameters. */
  readonly parameters: unknown;
  /** Schema of the result as declared; null where there is none. */
  readonly returns: unknown;
  /** Tool, server or class that the function belongs to, e.g. GorillaFileSystem; null where there is none. */
  readonly group: string | null;
  /** Subject area, where the declaration has one. */
  readonly domain: string | null;
  /** API of the catalogue that the source itself names for this tool; null for all but documented operations. */
  readonly api_id: string | null;
  /** The declaration as its source has it: JSON text, or prose. */
  readonly raw: string;
}

/** A call that a benchmark expects. */
export interface GoldCall {
  /** Turn of the user that it answers, from 0; null where the source does not say. */
  readonly turn: number | null;
  readonly name: string;
  /** Arguments as JSON text where they parse, else verbatim; null where only accepted values are known. */
  readonly arguments: string | null;
  /** Values that are accepted per argument, as JSON text; null where only `arguments` is right. */
  readonly accepted: string | null;
}
