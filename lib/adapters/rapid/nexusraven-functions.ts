/** Python functions as tools: the signature is the schema, the docstring the documentation. */
import type { ToolDeclaration } from '../declarations.ts';
import { parsePythonFunctions, parsePythonLiteral, type PythonFunction, type PythonParameter } from '../text/python.ts';

/** @returns functions of a text that have a docstring; those without are the notebook's own */
export function documentedFunctions(source: string): PythonFunction[] {
  return (parsePythonFunctions(source) ?? []).filter(({ owner, docstring }) => owner === null && docstring !== null);
}

export function functionDeclaration({ name, params, docstring, raw }: PythonFunction): ToolDeclaration {
  return {
    name,
    description: docstring,
    dialect: 'fields',
    parameters: Object.fromEntries(params.map((param) => [`${param.star}${param.name}`, fieldOf(param)])),
    returns: null,
    group: null,
    domain: null,
    api_id: null,
    raw,
  };
}

function fieldOf({ annotation, default: given, star }: PythonParameter): object {
  const value = given === null ? null : parsePythonLiteral(given);
  return {
    ...(annotation !== null && { type: annotation }),
    ...(value?.ok && { default: value.value }),
    required: given === null && star === '',
  };
}
