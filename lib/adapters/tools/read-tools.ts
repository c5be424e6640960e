/** Lists of declared tools, in every form that data sets have them in. */
import type { JSONPath } from 'jsonc-parser';
import type { ToolDeclaration } from '../declarations.ts';
import { isObject } from '../json-value.ts';
import { jsonSource } from '../text/json-source.ts';
import { parsePythonLiteral } from '../text/python.ts';
import { toolDeclaration } from './tool-declaration.ts';
import { bracketedParts, numberedTools } from './tools-in-text.ts';

/** Keys of an object that holds a list of tools: MCP's result, BFCL, OpenAI's functions, Gemini. */
const LISTS = ['tools', 'functions', 'function', 'functionDeclarations', 'function_declarations'] as const;

/** How deep lists of tools may stand in each other. */
const MAX_DEPTH = 8;

/**
 * @param value a list of tools, an object that holds one, a single tool, JSON or a Python literal of any of these in
 *   a string, or a text that declares tools among other things (a system prompt)
 * @param raw JSON text that `value` stands in
 * @param path where it stands there
 * @returns the tools in order, duplicates included; entries that name no tool are left out
 */
export function toolDeclarations(value: unknown, raw: string, path: JSONPath = []): ToolDeclaration[] {
  if (typeof value === 'string') return toolsInText(value);
  const source = jsonSource(raw);
  const found: ToolDeclaration[] = [];
  const visit = (entry: unknown, at: JSONPath): void => {
    if (at.length > path.length + MAX_DEPTH) return;
    if (Array.isArray(entry)) entry.forEach((one: unknown, i) => visit(one, [...at, i]));
    else if (typeof entry === 'string') found.push(...namedOrEncoded(entry));
    else if (isObject(entry)) {
      const key = LISTS.find((name) => Array.isArray(entry[name]));
      if (key !== undefined) return visit(entry[key], [...at, key]);
      const tool = toolDeclaration(entry, source(at, entry));
      if (tool !== null) found.push(tool);
    }
  };
  visit(value, path);
  return withEmptyFields(found);
}

/** An entry of a list may be a tool as JSON, or its name alone. */
function namedOrEncoded(entry: string): ToolDeclaration[] {
  if (/^\s*[[{]/.test(entry)) return toolsInText(entry);
  const name = entry.trim();
  if (name === '' || name.includes('\n')) return [];
  const none = { description: null, parameters: null, returns: null, group: null, domain: null, api_id: null };
  return [{ name, dialect: 'json-schema', ...none, raw: entry }];
}

/** Where the neighbours declare arguments by name, an empty object says that there are none. */
function withEmptyFields(tools: readonly ToolDeclaration[]): ToolDeclaration[] {
  const hasFields = tools.some(({ dialect }) => dialect === 'fields');
  return tools.map((tool) => {
    const isEmpty = isObject(tool.parameters) && Object.keys(tool.parameters).length === 0;
    return hasFields && isEmpty ? { ...tool, dialect: 'fields' } : tool;
  });
}

function toolsInText(text: string): ToolDeclaration[] {
  const whole = parsedText(text);
  if (whole !== null) return whole;
  const numbered = numberedTools(text);
  if (numbered.length > 0) return numbered;
  // Hermes has them between tags, and a mention of the tags before that.
  const tagged = /<tools>((?:(?!<tools>)[\s\S])*?)<\/tools>/g;
  const inTags = [...text.matchAll(tagged)].flatMap(([, inside = '']) => parsedText(inside) ?? partsOf(inside));
  return inTags.length > 0 ? inTags : partsOf(text).filter(saysMore);
}

/** An example of a call has a name too, but says nothing of the tool. */
function saysMore({ description, parameters }: ToolDeclaration): boolean {
  return description !== null || parameters !== null;
}

function partsOf(text: string): ToolDeclaration[] {
  return bracketedParts(text).flatMap((part) => parsedText(part) ?? []);
}

/** @returns tools of a text that is one JSON value or Python literal; null where it is neither */
function parsedText(text: string): ToolDeclaration[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return toolDeclarations(JSON.parse(text), text);
  } catch {
    const python = parsePythonLiteral(text.trim());
    return python.ok ? toolDeclarations(python.value, python.json) : null;
  }
}
