/** Lists of functions as they are handed to a model. */
import { arrayOf, isObject, objectOf, type JsonObject } from '../json-value.ts';
import { bfclPlace } from './bfcl-classes.ts';
import { dialectOf } from './tool-declaration.ts';
import { toolFile } from './tool-file.ts';

/** Keys of a tool, in any of the forms below; a record with others is more than a tool. */
const TOOL_KEYS = new Set(
  'name description parameters input_schema strict type cache_control returns response'.split(' '),
);

function isBare(entry: JsonObject): boolean {
  return typeof entry['name'] === 'string' && Object.keys(entry).every((key) => TOOL_KEYS.has(key));
}

export const openAiTools = toolFile({
  name: 'openai-tools',
  title: 'Tools of OpenAI and Anthropic',
  doc: 'Lists of `{type: "function", function}`, of bare functions `{name, description, parameters}` and of Anthropic tools (`input_schema`). `parameters` may be null, and a list of `{name, type, required}`.',
  reference: 'OpenAI API, Function calling; Anthropic API, Tool use',
  kind: 'function',
  confidence: 0.85,
  marks: '`function`, or `name` beside `parameters` or `input_schema`',
  isTool(entry) {
    if (entry['type'] === 'function' && isObject(entry['function']))
      return typeof entry['function']['name'] === 'string';
    if (!isBare(entry)) return false;
    const { parameters } = entry;
    if (isObject(entry['input_schema'])) return true;
    if (Array.isArray(parameters)) return arrayOf(parameters).every((one) => typeof objectOf(one)['name'] === 'string');
    return isObject(parameters) && dialectOf(parameters) === 'json-schema' && Object.keys(parameters).length > 0;
  },
});

export const xlamTools = toolFile({
  name: 'xlam-tools',
  title: 'xLAM tools',
  doc: 'Lists of `{name, description, parameters}` whose parameters are `{argument: {type, description, default?}}`. An argument is required unless its type says ", optional" or it has a default.',
  reference: 'APIGen (Salesforce xLAM), function-calling-60k',
  kind: 'function',
  dialect: 'fields',
  confidence: 0.8,
  marks: '`parameters` that are arguments by name',
  isTool: (entry) =>
    isBare(entry) &&
    isObject(entry['parameters']) &&
    Object.values(entry['parameters']).every(isField) &&
    (dialectOf(entry['parameters']) === 'fields' || Object.keys(entry['parameters']).length === 0),
});

function isField(value: unknown): boolean {
  return isObject(value) && ('type' in value || 'description' in value);
}

export const bfclFunctions = toolFile({
  name: 'bfcl-functions',
  title: 'BFCL functions',
  doc: 'Function documents of the Berkeley Function-Calling Leaderboard: JSON Schema with types of Python (`dict`, `float`, `tuple`, `any`), results under `response`. The files of multi_turn_func_doc are named after the class that they describe.',
  reference: 'Berkeley Function-Calling Leaderboard, multi_turn_func_doc',
  kind: 'function',
  dialect: 'bfcl',
  placeOf: bfclPlace,
  confidence: 0.92,
  marks: '`parameters` of type `dict`',
  isTool: (entry) =>
    typeof entry['name'] === 'string' &&
    objectOf(entry['parameters'])['type'] === 'dict' &&
    !('question' in entry || 'ground_truth' in entry),
});
