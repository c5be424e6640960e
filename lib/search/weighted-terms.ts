/**
 * What a record contributes to a search index: its terms with BM25F weights, all of the formula but the inverse
 * document frequency, which only the whole corpus knows. Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, section 3.6:
 *
 *   tf = Σ_f w_f · tf_f / (1 − b_f + b_f · length_f / average length_f),   weight = tf / (k1 + tf)
 */

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
  readonly term: string;
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

/**
 * @param fields terms of each field, in order, repetitions included
 * @param rules how each field counts
 * @returns the distinct terms of the record, heaviest first
 */
export function weightedTerms<F extends string>(
  fields: Readonly<Record<F, readonly string[]>>,
  rules: Readonly<Record<F, FieldRule>>,
  limit: TermLimit,
): WeightedTerm[] {
  const found = new Map<string, { frequency: number; fields: number }>();
  for (const [field, words] of Object.entries(fields) as [F, readonly string[]][]) {
    const { bit, weight, lengthNormalisation: b, averageLength } = rules[field];
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
  const all = [...found].map(([term, { frequency, fields: bits }]) => ({
    term,
    weight: frequency / (SATURATION + frequency),
    fields: bits,
  }));
  return heaviest(all, limit);
}

function heaviest(all: readonly WeightedTerm[], { most, always }: TermLimit): WeightedTerm[] {
  const inOrder = (a: WeightedTerm, b: WeightedTerm): number => b.weight - a.weight || (a.term < b.term ? -1 : 1);
  if (all.length <= most) return all.toSorted(inOrder);
  const isKept = ({ fields }: WeightedTerm): boolean => (fields & always) !== 0;
  const others = all.filter((term) => !isKept(term));
  let room = Math.max(0, most - (all.length - others.length));
  // Most of the terms are too light, and numbers alone are sorted much faster.
  const least = Float64Array.from(others, ({ weight }) => -weight).toSorted()[room - 1];
  return all
    .filter((term) => isKept(term) || (least !== undefined && -term.weight <= least))
    .toSorted(inOrder)
    .filter((term) => isKept(term) || room-- > 0);
}
