/** API-Bank's documentation: a table with Chinese headers, whose `api_info` is Python source. */
import type { OpenFile, SourceRecord } from '../adapter.ts';
import { apiFromDeclaration, type DeclaredExample } from '../api-from-declaration.ts';
import type { ToolDeclaration } from '../declarations.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import type { ApiRecord } from '../records.ts';
import { parsePythonAssignments, parsePythonFunctions, parsePythonLiteral } from '../text/python.ts';

/** Headers of the table. */
const COLUMN = {
  className: '类名',
  title: 'API名称',
  scenario: '应用场景',
  path: '路径',
  signature: 'input_parameters',
} as const;

/** @returns the row if it documents an API, else null */
export function apiRow(value: unknown): JsonObject | null {
  const row = objectOf(value);
  return textOf(row[COLUMN.className]) !== null && typeof row['api_info'] === 'string' ? row : null;
}

/** @returns where API-Bank lists the exceptions of its APIs, in a file beside the table */
export function exceptionsPath(path: string): string {
  return path.replace(/[^/]*$/, 'exceptions.json');
}

/** @param row as `apiRow` returns it */
export function apiOfRow(row: JsonObject, { position, raw }: SourceRecord, file: OpenFile): ApiRecord {
  const tool = declarationOf(row, raw);
  return apiFromDeclaration(tool, {
    provider: 'api-bank',
    tool: textOf(row[COLUMN.path])?.split('/')[0] ?? 'apis',
    kind: 'function',
    title: textOf(row[COLUMN.title]),
    examples: exceptionsOf(tool.name, file),
    source_file: file.path,
    source_pointer: position,
    raw_format: 'csv',
  });
}

/** Where neither source nor signature can be read, the source itself is what is known of the arguments. */
function declarationOf(row: JsonObject, raw: string): ToolDeclaration {
  const source = row['api_info'] as string;
  const assigned = new Map(parsePythonAssignments(source)?.map(({ name, value }) => [name, value]));
  const literal = (name: string): unknown => {
    const read = parsePythonLiteral(assigned.get(name) ?? '');
    return read.ok ? read.value : null;
  };
  const parameters = fieldsOf(row[COLUMN.signature], literal('input_parameters'));
  return {
    name: textOf(row[COLUMN.className]) ?? '',
    description: textOf(literal('description')),
    dialect: parameters === null ? 'prose' : 'fields',
    parameters: parameters ?? source,
    returns: literal('output_parameters'),
    group: null,
    domain: textOf(row[COLUMN.scenario]),
    api_id: null,
    raw,
  };
}

/**
 * The source describes arguments, but leaves out some that the signature has: tokens, above all.
 * @param signature `(token: str, day: int)`
 * @param described `{argument: {type, description}}`
 * @returns both in one, those of the signature first; null where there is neither
 */
function fieldsOf(signature: unknown, described: unknown): JsonObject | null {
  const signed = textOf(signature)?.trim() ?? '';
  const read = /^\(.*\)$/s.test(signed) ? parsePythonFunctions(`def f${signed}:\n    pass`)?.[0] : undefined;
  if (read === undefined) return isObject(described) ? described : null;
  const fields = new Map<string, JsonObject>(
    read.params.map(({ name, annotation }) => [name, annotation === null ? {} : { type: annotation }]),
  );
  for (const [name, field] of Object.entries(objectOf(described)))
    fields.set(name, { ...fields.get(name), ...objectOf(field) });
  return Object.fromEntries(fields);
}

function exceptionsOf(name: string, file: OpenFile): DeclaredExample[] {
  const listed = objectOf(file.companion(exceptionsPath(file.path))?.[0]?.value)[name];
  return arrayOf(listed).map((value) => ({
    place: 'response',
    name: 'exception',
    status: null,
    media_type: null,
    value,
  }));
}
