/** Directories of public APIs: what each is for, and where its documentation is. */
import { eachRecord, type RecordAdapter } from '../adapter.ts';
import { apiFromDeclaration } from '../api-from-declaration.ts';
import { arrayOf, isObject, textOf, type JsonObject } from '../json-value.ts';
import { jsonSource } from '../text/json-source.ts';
import { pointer } from '../text/pointer.ts';
import { rejecter } from './tool-file.ts';

export const publicApis: RecordAdapter = {
  name: 'public-apis',
  title: 'public-apis directory',
  yields: ['apis'],
  doc: 'One API per entry of `entries`, which has a name, one line and a category; it says nothing of operations or arguments.',
  reference: 'public-apis directory, api.publicapis.org/entries',
  scope: 'record',
  detect: ({ records }) =>
    records.every(({ value }) => isDirectory(value) && value.entries.slice(0, 50).every(isEntry))
      ? { confidence: 0.95, reason: '`entries` have `API`, `Link` and `Category`' }
      : null,
  open: eachRecord(({ value, raw, position }, file, sink) => {
    const reject = rejecter(file, sink);
    if (!isDirectory(value)) return reject('not-of-format', position, 'Expected a list `entries`.', raw);
    if (value.entries.length === 0) return reject('no-tools', position, 'The list `entries` is empty.', raw);
    const source = jsonSource(raw);
    value.entries.forEach((entry, at) => {
      const text = source(['entries', at], entry);
      const source_pointer = position + pointer('entries', at);
      if (!isEntry(entry))
        return reject('not-of-format', source_pointer, 'Expected `API`, `Link` and `Category`.', text);
      const declaration = {
        name: entry.API,
        description: textOf(entry['Description']),
        dialect: 'prose' as const,
        parameters: null,
        returns: null,
        group: null,
        api_id: null,
        domain: entry.Category,
        raw: text,
      };
      const provider = /^https?:\/\/([^/?#]+)/i.exec(entry.Link)?.[1]?.toLowerCase() ?? file.source;
      const place = { provider, tool: entry.API, kind: 'http' as const, source_file: file.path, source_pointer };
      sink.api(apiFromDeclaration(declaration, { ...place, raw_format: 'json' }));
    });
  }),
};

function isDirectory(value: unknown): value is { readonly entries: readonly unknown[] } {
  return isObject(value) && arrayOf(value['entries']) === value['entries'];
}

interface Entry extends JsonObject {
  readonly API: string;
  readonly Link: string;
  readonly Category: string;
}

function isEntry(value: unknown): value is Entry {
  return isObject(value) && ['API', 'Link', 'Category'].every((key) => textOf(value[key]) !== null);
}
