/**
 * What an API contributes to the search index: its terms with BM25F weights, all of the formula but the inverse
 * document frequency, which only the whole corpus knows. Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, section 3.6:
 *
 *   tf = Σ_f w_f · tf_f / (1 − b_f + b_f · length_f / average length_f),   weight = tf / (k1 + tf)
 */
import type { Row } from '../corpus/index.ts';
import { plainText } from '../adapters/text/plain.ts';
import { indexTerms, isStopWord } from './terms.ts';

/** k1: how fast repetition stops counting. 1.2 is the usual value. */
const SATURATION = 1.2;

interface FieldRule {
  /** Bit of `api_postings.fields`. */
  readonly bit: number;
  /** w: how much an occurrence counts. */
  readonly weight: number;
  /** b: how much the length of the field counts; 0 not at all, 1 fully. */
  readonly lengthNormalisation: number;
  /** Terms of the field on average over the default corpus, fixed so that a record's weights depend on it alone. */
  readonly averageLength: number;
}

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

export interface ApiTerm {
  readonly term: string;
  /** Between 0 and 1. */
  readonly weight: number;
  /** Bit set of the fields that hold the term (SEARCH_FIELDS). */
  readonly fields: number;
}

type Indexed = Pick<Row<'apis'>, 'name' | 'path' | 'summary'>;
type IndexedDoc = Pick<Row<'api_docs'>, 'description' | 'params'>;

/** @returns the distinct terms of an API, heaviest first */
export function apiTerms(api: Indexed, doc: IndexedDoc): ApiTerm[] {
  const found = new Map<string, { frequency: number; fields: number }>();
  for (const [field, words] of Object.entries(fieldTerms(api, doc)) as [SearchField, readonly string[]][]) {
    const { bit, weight, lengthNormalisation: b, averageLength } = SEARCH_FIELDS[field];
    const occurrence = weight / (1 - b + (b * words.length) / averageLength);
    for (const term of words) {
      const entry = found.get(term);
      if (entry === undefined) {
        found.set(term, { frequency: occurrence, fields: bit });
        continue;
      }
      entry.frequency += occurrence;
      entry.fields |= bit;
    }
  }
  return heaviest(
    [...found].map(([term, { frequency, fields }]) => ({ term, weight: frequency / (SATURATION + frequency), fields })),
  );
}

function fieldTerms(api: Indexed, doc: IndexedDoc): Record<SearchField, readonly string[]> {
  const description = doc.description === null ? '' : plainText(doc.description.slice(0, DESCRIPTION_LENGTH));
  return {
    name: indexTerms(api.name),
    path: api.path === null ? [] : indexTerms(api.path),
    summary: api.summary === null ? [] : indexTerms(api.summary),
    description: indexTerms(description).filter((term) => !isStopWord(term)),
    parameters: doc.params.flatMap(({ name }) => indexTerms(name)),
  };
}

function heaviest(all: ApiTerm[]): ApiTerm[] {
  const sorted = all.toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  if (sorted.length <= MAX_TERMS) return sorted;
  let room = MAX_TERMS - sorted.filter(({ fields }) => (fields & ALWAYS_KEPT) !== 0).length;
  return sorted.filter(({ fields }) => (fields & ALWAYS_KEPT) !== 0 || room-- > 0);
}
