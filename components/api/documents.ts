/** The JSON columns of an API's documentation, read leniently: what is not of the declared form is left to the raw text. */
import { parseJson, type JsonValue } from '@/components/content/json';

export interface ExampleEntry {
  readonly place: string;
  readonly name: string | null;
  readonly status: string | null;
  readonly mediaType: string | null;
  /** The value as JSON text, as it is written. */
  readonly text: string;
}

export interface ResponseEntry {
  readonly status: string;
  readonly description: string | null;
  readonly mediaType: string | null;
  readonly schemaName: string | null;
}

/** @param json api_docs.examples */
export function readExamples(json: string): ExampleEntry[] {
  const entries = entriesOf(json).map((entry) => ({
    place: textOf(entry, 'place') ?? 'example',
    name: textOf(entry, 'name'),
    status: textOf(entry, 'status'),
    mediaType: textOf(entry, 'media_type'),
    text: entry.member('value')?.text ?? 'null',
  }));
  // Whole messages first: they tell more than single parameters.
  return entries.toSorted((a, b) => rank(a.place) - rank(b.place));
}

function rank(place: string): number {
  return place === 'request' ? 0 : place === 'response' ? 1 : 2;
}

/** @param json api_docs.responses */
export function readResponses(json: string): ResponseEntry[] {
  return entriesOf(json).map((entry) => ({
    status: textOf(entry, 'status') ?? '?',
    description: textOf(entry, 'description'),
    mediaType: textOf(entry, 'media_type'),
    schemaName: textOf(entry, 'schema_name'),
  }));
}

function entriesOf(json: string): readonly JsonValue[] {
  const parsed = parseJson(json);
  return 'value' in parsed ? parsed.value.elements.filter((entry) => entry.kind === 'object') : [];
}

/** A string, or a number as it is written; null for anything else. */
function textOf(entry: JsonValue, key: string): string | null {
  const value = entry.member(key);
  return value?.kind === 'number' ? value.text : (value?.string ?? null);
}
