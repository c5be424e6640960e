/** Gorilla's API Zoo: APIs that people contributed, with types in words. */
import { eachRecord, type RecordAdapter } from '../adapter.ts';
import { apiFromDeclaration } from '../api-from-declaration.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../json-value.ts';
import { report } from '../reasons.ts';

export const gorillaApizoo: RecordAdapter = {
  name: 'gorilla-apizoo',
  title: 'Gorilla API Zoo',
  yields: ['apis'],
  doc: '`api_arguments` is `{name: "[REQUIRED] type: text"}`: type and need are read out of the words, and an argument without the mark is optional. `api_call` is Python, or the method and path of an HTTP request. Some files are not valid JSON.',
  reference: 'Gorilla, data/apizoo',
  scope: 'record',
  detect: ({ records }) =>
    records.every(({ value }) => isEntry(value))
      ? { confidence: 0.95, reason: 'records have `user_name`, `api_name`, `api_call` and `api_arguments`' }
      : null,
  open: eachRecord(({ value, raw, position }, file, sink) => {
    if (!isEntry(value)) {
      const message = 'Expected `user_name`, `api_name`, `api_call` and `api_arguments`.';
      return report(sink, file.path, { severity: 'rejected', reason: 'not-of-format', position, message, raw });
    }
    const declaration = {
      name: value.api_name,
      description: textOf(value['functionality']),
      dialect: 'fields' as const,
      parameters: value['api_arguments'] ?? null,
      returns: null,
      group: null,
      domain: null,
      api_id: null,
      raw,
    };
    sink.api(
      apiFromDeclaration(declaration, {
        ...placeOf(value),
        version: textOf(value['api_version']) ?? numberText(value['api_version']),
        examples: [{ place: 'request', name: 'api_call', status: null, media_type: null, value: value.api_call }],
        source_file: file.path,
        source_pointer: position,
        raw_format: 'json',
      }),
    );
  }),
};

interface Entry extends JsonObject {
  readonly user_name: string;
  readonly api_name: string;
  readonly api_call: string;
}

function isEntry(value: unknown): value is Entry {
  if (!isObject(value) || !('api_arguments' in value)) return false;
  return ['user_name', 'api_name', 'api_call'].every((key) => textOf(value[key]) !== null);
}

/** The provider is whose documentation is linked; the tool whoever contributed the entry. */
function placeOf(entry: Entry) {
  const metadata = objectOf(entry['metadata'] ?? entry['meta_data']);
  const host = /^https?:\/\/([^/?#]+)/i.exec(textOf(metadata['documentation_link'])?.trim() ?? '')?.[1];
  const request = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\/\S*|https?:\S+)$/.exec(entry.api_call.trim());
  return {
    provider: host?.toLowerCase() ?? entry.user_name,
    tool: entry.user_name,
    ...(request === null
      ? { kind: 'python' as const }
      : { kind: 'http' as const, method: request[1]!, path: request[2]! }),
  };
}

function numberText(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : null;
}
