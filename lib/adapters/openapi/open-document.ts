/** From a file to a document of a known format. */
import { isObject, type JsonObject } from '../json-value.ts';
import { messageOf, type Problem } from '../reasons.ts';
import type { InputFile } from '../records.ts';
import { decodeText } from '../text/decode.ts';
import { parseJson } from '../text/json.ts';
import type { Parsed, Unparsed } from '../text/parsed.ts';
import { parseYaml } from '../text/yaml.ts';
import type { Dialect } from './model.ts';
import { openapi3 } from './openapi3.ts';
import { References } from './references.ts';
import { swagger2 } from './swagger2.ts';

export interface OpenDocument {
  /** Path of the file. */
  readonly file: string;
  readonly parsed: Parsed;
  readonly root: JsonObject;
  readonly references: References;
  readonly dialect: Dialect;
}

/**
 * @param tell told of everything that is wrong with the file, or unusual about it
 * @returns the document, or null where the file holds none
 */
export function openDocument(file: InputFile, tell: (problem: Problem) => void): OpenDocument | null {
  const parsed = parseFile(file, tell);
  if (!parsed) return null;
  parsed.problems.forEach(tell);
  const { value: root } = parsed;
  const dialectOf = isObject(root) ? formatOf(root) : null;
  if (isObject(root) && dialectOf) {
    const references = new References(root, tell);
    return { file: file.path, parsed, root, references, dialect: dialectOf(root, references) };
  }
  const message = 'The document has no `openapi: 3.…` and no `swagger: 2.0` at its top.';
  tell({ severity: 'rejected', reason: 'not-openapi', position: '', message, raw: JSON.stringify(root) ?? null });
  return null;
}

function parseFile(file: InputFile, tell: (problem: Problem) => void): Parsed | null {
  const { text, problems } = decodeText(file.bytes);
  problems.forEach(tell);
  if (text.trim() === '') {
    const message = 'The file holds no data.';
    tell({ severity: 'warning', reason: 'empty-file', position: '1:1', message, raw: null });
    return null;
  }
  const result = parseText(file.path, text);
  if (!('failure' in result)) return result;
  tell(result.failure);
  return null;
}

function parseText(path: string, text: string): Parsed | Unparsed {
  try {
    // JSON may have any name; YAML is what does not open with a brace.
    return /^\s*[{[]/.test(text) || /\.json$/i.test(path) ? parseJson(text) : parseYaml(text);
  } catch (error) {
    const message = `The document could not be parsed: ${messageOf(error)}`;
    return { failure: { severity: 'rejected', reason: 'document-failed', position: '', message, raw: text } };
  }
}

function formatOf(root: JsonObject): typeof openapi3 | null {
  if (String(root['openapi']).startsWith('3.')) return openapi3;
  return /^2(\.|$)/.test(String(root['swagger'])) ? swagger2 : null;
}
