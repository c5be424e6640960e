/** What token_stats measures, and along which columns it is broken down. */

/** How a measure's values are binned (lib/stats/bins.ts): whole numbers, or ratios of two of them. */
export type BinKind = 'count' | 'ratio';

interface MeasureInfo {
  readonly bins: BinKind;
  /** Also written per value of each dimension. */
  readonly byDimension: boolean;
  readonly doc: string;
}

/** Measures of token_stats: one value a record, unless said otherwise. A source has those that its component knows. */
export const MEASURES = {
  tokens: { bins: 'count', byDimension: true, doc: 'of the whole record' },
  chars: { bins: 'count', byDimension: true, doc: 'characters (UTF-16 code units)' },
  bytes: { bins: 'count', byDimension: true, doc: 'bytes in UTF-8' },
  tokens_per_byte: { bins: 'ratio', byDimension: true, doc: 'tokens / bytes; records without text have none' },
  params: { bins: 'count', byDimension: false, doc: 'parameters of an API' },
  steps: { bins: 'count', byDimension: false, doc: 'steps of a trajectory' },
  calls: { bins: 'count', byDimension: false, doc: 'calls of a trajectory' },
  tokens_system: { bins: 'count', byDimension: false, doc: 'tokens of system steps' },
  tokens_user: { bins: 'count', byDimension: false, doc: 'tokens of user steps' },
  tokens_assistant: { bins: 'count', byDimension: false, doc: 'tokens of assistant content and reasoning' },
  tokens_reasoning: { bins: 'count', byDimension: false, doc: 'tokens of reasoning' },
  tokens_calls: { bins: 'count', byDimension: false, doc: 'tokens of tool names and arguments' },
  tokens_observations: { bins: 'count', byDimension: false, doc: 'tokens of observations' },
  step_tokens: { bins: 'count', byDimension: false, doc: 'tokens of a step: one value a step' },
  duplicate_exact: {
    bins: 'count',
    byDimension: false,
    doc: 'tokens of a record that is an exact duplicate (table duplicates): one value a duplicate',
  },
  duplicate_near: { bins: 'count', byDimension: false, doc: 'the same of near duplicates' },
} as const satisfies Readonly<Record<string, MeasureInfo>>;

export type Measure = keyof typeof MEASURES;

/** Columns of a record by whose values token_stats is broken down. */
export const DIMENSIONS = ['domain', 'language', 'licence'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Values of a dimension that have a bucket of their own, per source and component: those of most tokens. */
export const MAX_BUCKETS = 200;

/** The bucket of all further values. */
export const OTHER_BUCKET = '(other)';
