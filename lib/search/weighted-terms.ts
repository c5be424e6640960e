/**
 * What a record contributes to a search index: its terms with BM25F weights, all of the formula but the inverse
 * document frequency, which only the whole corpus knows. Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, section 3.6:
 *
 *   tf = Σ_f w_f · tf_f / (1 − b_f + b_f · length_f / average length_f),   weight = tf / (k1 + tf)
 */
import { termCount } from './term-numbers.ts';

/** k1: how fast repetition stops counting. 1.2 is the usual value. */
const SATURATION = 1.2;

/** How a field of a record counts. */
export interface FieldRule {
  /** Bit of the postings' `fields`. */
  readonly bit: number;
  /** w: how much an occurrence counts. */
  readonly weight: number;
  /** b: how much the length of the field counts; 0 not at all, 1 fully. */
  readonly lengthNormalisation: number;
  /** Terms of the field on average over the default corpus, fixed so that a record's weights depend on it alone. */
  readonly averageLength: number;
}

export interface WeightedTerm {
  /** Number of the term (term-numbers.ts). */
  readonly term: number;
  /** Between 0 and 1. */
  readonly weight: number;
  /** Bit set of the fields that hold the term. */
  readonly fields: number;
}

/** How many terms of a record are kept. */
export interface TermLimit {
  readonly most: number;
  /** Bit set of the fields whose terms are kept whatever they weigh, before the heaviest of the rest. */
  readonly always: number;
}

/** What is known of each term of the record that is worked on, by the term's number; 0 for all others. */
let frequencies = new Float64Array(0);
let fieldsOf = new Uint8Array(0);

function makeRoom(terms: number): void {
  if (terms <= frequencies.length) return;
  const room = 2 * terms;
  frequencies = new Float64Array(room);
  fieldsOf = new Uint8Array(room);
}

/**
 * @param fields numbers of the terms of each field, in order, repetitions included
 * @param rules how each field counts
 * @returns the distinct terms of the record, in order of their first occurrence
 */
export function weightedTerms<F extends string>(
  fields: Readonly<Record<F, readonly number[]>>,
  rules: Readonly<Record<F, FieldRule>>,
  limit: TermLimit,
): WeightedTerm[] {
  makeRoom(termCount());
  const distinct: number[] = [];
  for (const [field, terms] of Object.entries(fields) as [F, readonly number[]][]) {
    const { bit, weight, lengthNormalisation: b, averageLength } = rules[field];
    const occurrence = weight / (1 - b + (b * terms.length) / averageLength);
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!;
      if (fieldsOf[term] === 0) distinct.push(term);
      fieldsOf[term]! |= bit;
      frequencies[term]! += occurrence;
    }
  }
  const weights = new Float64Array(distinct.length);
  for (let i = 0; i < distinct.length; i++) {
    const frequency = frequencies[distinct[i]!]!;
    weights[i] = frequency / (SATURATION + frequency);
  }
  const kept = heaviest(distinct, weights, limit);
  for (const term of distinct) frequencies[term] = fieldsOf[term] = 0;
  return kept;
}

/** Weights of the terms that are not kept whatever they weigh. */
let rivals = new Float64Array(0);

/** Of terms that weigh the same, the first ones are taken. */
function heaviest(terms: readonly number[], weights: Float64Array, { most, always }: TermLimit): WeightedTerm[] {
  if (rivals.length < terms.length) rivals = new Float64Array(2 * terms.length);
  let others = 0;
  for (let i = 0; i < terms.length; i++) if ((fieldsOf[terms[i]!]! & always) === 0) rivals[others++] = weights[i]!;
  const room = Math.max(0, Math.min(others, most - (terms.length - others)));
  // Most of the terms are too light, and numbers alone are sorted fast; in place, since there is no other use for them.
  // oxlint-disable-next-line unicorn/no-array-sort
  const least = room === 0 ? Infinity : rivals.subarray(0, others).sort()[others - room]!;
  let equals = room;
  for (let i = 0; i < others; i++) if (rivals[i]! > least) equals--;
  const kept: WeightedTerm[] = [];
  for (let i = 0; i < terms.length; i++) {
    const weight = weights[i]!;
    const fields = fieldsOf[terms[i]!]!;
    const isKept = (fields & always) !== 0 || weight > least || (weight === least && equals-- > 0);
    if (isKept) kept.push({ term: terms[i]!, weight, fields });
  }
  return kept;
}
