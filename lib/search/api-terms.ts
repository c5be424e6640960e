/** What an API contributes to the search index. */
import type { Row } from '../corpus/index.ts';
import { plainText } from '../adapters/text/plain.ts';
import { beginRecord, indexTerms, tellingTerms } from './term-numbers.ts';
import { weightedTerms, type FieldRule, type WeightedTerm } from './weighted-terms.ts';

export const SEARCH_FIELDS = {
  name: { bit: 1, weight: 5, lengthNormalisation: 0.5, averageLength: 6 },
  path: { bit: 2, weight: 2, lengthNormalisation: 0.5, averageLength: 10 },
  summary: { bit: 4, weight: 3, lengthNormalisation: 0.5, averageLength: 7 },
  description: { bit: 8, weight: 1, lengthNormalisation: 0.75, averageLength: 20 },
  parameters: { bit: 16, weight: 0.8, lengthNormalisation: 0.75, averageLength: 19 },
} as const satisfies Readonly<Record<string, FieldRule>>;

type SearchField = keyof typeof SEARCH_FIELDS;

/** Terms kept of one API: those of name, path and parameters, then the heaviest of the rest. */
const MAX_TERMS = 96;
const ALWAYS_KEPT = SEARCH_FIELDS.name.bit | SEARCH_FIELDS.path.bit | SEARCH_FIELDS.parameters.bit;
/** How much of a description is indexed, in characters. */
const DESCRIPTION_LENGTH = 4_000;

type Indexed = Pick<Row<'apis'>, 'name' | 'path' | 'summary'>;
type IndexedDoc = Pick<Row<'api_docs'>, 'description' | 'params'>;

/** @returns the distinct terms of an API, in order of their first occurrence */
export function apiTerms(api: Indexed, doc: IndexedDoc): WeightedTerm[] {
  beginRecord();
  return weightedTerms(fieldTerms(api, doc), SEARCH_FIELDS, { most: MAX_TERMS, always: ALWAYS_KEPT });
}

function fieldTerms(api: Indexed, doc: IndexedDoc): Record<SearchField, readonly number[]> {
  const description = doc.description === null ? '' : plainText(doc.description.slice(0, DESCRIPTION_LENGTH));
  return {
    name: indexTerms(api.name),
    path: api.path === null ? [] : indexTerms(api.path),
    summary: api.summary === null ? [] : indexTerms(api.summary),
    description: tellingTerms(description),
    parameters: doc.params.flatMap(({ name }) => indexTerms(name)),
  };
}
