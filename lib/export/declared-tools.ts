/** The tools that a trajectory declares, as other formats list them. */
import type { ToolDeclaration } from '../adapters/declarations.ts';
import { declaredParameters } from '../adapters/dialects/index.ts';
import type { Conversation } from './whole.ts';

export interface FunctionTool {
  readonly type: 'function';
  readonly function: { readonly name: string; readonly description?: string; readonly parameters: unknown };
}

const NO_PARAMETERS = { type: 'object', properties: {} };

/** @returns the declared tools as OpenAI has them; null where the record has no list, which is not an empty one */
export function functionTools({ record }: Pick<Conversation, 'record'>): FunctionTool[] | null {
  if (record === null || record.tools === null) return null;
  return (JSON.parse(record.tools) as ToolDeclaration[]).map((tool) => ({
    type: 'function',
    function: {
      name: tool.name,
      ...(tool.description === null ? {} : { description: tool.description }),
      parameters: declaredParameters(tool).schema ?? NO_PARAMETERS,
    },
  }));
}
