/** Tools that a conversation declares. */
import type { ToolDeclaration } from '../declarations.ts';
import type { JsonObject } from '../json-value.ts';
import { toolDeclarations } from '../tools/read-tools.ts';

/** @returns tools of the first of the fields that says something; null where none does. An empty list stays one. */
export function toolsOf(value: JsonObject, raw: string, ...keys: readonly string[]): ToolDeclaration[] | null {
  const key = keys.find((name) => {
    const field = value[name];
    return typeof field === 'string' ? field.trim() !== '' : field !== null && field !== undefined;
  });
  return key === undefined ? null : toolDeclarations(value[key], raw, [key]);
}

/** @returns tools that a system prompt declares among other things; null where it declares none */
export function toolsInPrompt(prompt: string | null): ToolDeclaration[] | null {
  const tools = prompt === null ? [] : toolDeclarations(prompt, '');
  return tools.length === 0 ? null : tools;
}
