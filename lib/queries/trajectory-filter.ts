/** What the list of trajectories can be narrowed by, and the conditions that it becomes. */
import type { Columns } from '../corpus/index.ts';
import { NO_LINKED_FILTER, type LinkedFilter } from './linked-filter.ts';
import { oneOf, within, type Range } from './narrow.ts';
import { all, name, sql, type Sql } from './sql.ts';

/** Columns that say how many of a trajectory's tokens are of one role. */
export const TOKEN_PARTS = [
  'tokens_system',
  'tokens_user',
  'tokens_assistant',
  'tokens_reasoning',
  'tokens_calls',
  'tokens_observations',
] as const satisfies readonly (keyof Columns<'trajectories'>)[];
export type TokenPart = (typeof TOKEN_PARTS)[number];

export interface TrajectoryFilter extends LinkedFilter, Readonly<Record<TokenPart, Range | null>> {
  /** Search text: words of the task and the content, or an id; empty for none. */
  readonly q: string;
  /** Values of a list are alternatives; an empty list does not narrow. The empty string stands for "no value". */
  readonly sources: readonly string[];
  readonly kinds: readonly string[];
  readonly domains: readonly string[];
  readonly models: readonly string[];
  readonly outcomes: readonly string[];
  readonly formats: readonly string[];
  /** Problem codes of which at least one was found; the empty string stands for "no problem". */
  readonly problems: readonly string[];
  /** Tools of which at least one is called (toolKey). */
  readonly tools: readonly string[];
  /** Trajectories that call this API beside all else; null for all. */
  readonly api: string | null;
  /** Two tools (toolKey) of which the second is called after the first; empty for any. */
  readonly sequence: readonly string[];
  /** With or without an observation that is an error. */
  readonly errors: boolean | null;
  readonly branches: boolean | null;
  readonly steps: Range | null;
  readonly calls: Range | null;
  readonly errorCount: Range | null;
  readonly tokens: Range | null;
  readonly reward: Range | null;
  /** Tokens of at least one step. */
  readonly stepTokens: Range | null;
  /** A random sample of the matches: the same seed draws the same trajectories. */
  readonly sample: { readonly n: number; readonly seed: number } | null;
}

export const NO_TRAJECTORY_FILTER: TrajectoryFilter = {
  q: '',
  sources: [],
  kinds: [],
  domains: [],
  models: [],
  outcomes: [],
  formats: [],
  problems: [],
  tools: [],
  api: null,
  sequence: [],
  errors: null,
  branches: null,
  steps: null,
  calls: null,
  errorCount: null,
  tokens: null,
  reward: null,
  tokens_system: null,
  tokens_user: null,
  tokens_assistant: null,
  tokens_reasoning: null,
  tokens_calls: null,
  tokens_observations: null,
  ...NO_LINKED_FILTER,
  stepTokens: null,
  sample: null,
};

/** Facets whose values trajectory_facets combines. */
export const COMBINED_FACETS = [
  'source',
  'kind',
  'domain',
  'model',
  'outcome',
  'problem',
  'errors',
  'branches',
  'format',
] as const;
export type CombinedFacet = (typeof COMBINED_FACETS)[number];
export type TrajectoryFacet = CombinedFacet | 'tool';

/** Columns of the ranges whose values are counts. */
export const COUNT_RANGES = {
  steps: 'n_steps',
  calls: 'n_calls',
  errorCount: 'n_errors',
  tokens: 'tokens',
} as const;
export type CountRange = keyof typeof COUNT_RANGES;
export type TrajectoryRange = CountRange | 'reward';

export type TrajectoryColumn = keyof Columns<'trajectories'>;

/** The conditions on trajectory_facets, one for each facet that narrows. */
export function combinedConditions(filter: TrajectoryFilter): Map<CombinedFacet, Sql> {
  const conditions: Record<CombinedFacet, Sql | null> = {
    source: oneOf(sql`"source"`, filter.sources),
    kind: oneOf(sql`kind`, filter.kinds),
    domain: oneOf(sql`"domain"`, filter.domains),
    model: oneOf(sql`model`, filter.models),
    outcome: oneOf(sql`outcome`, filter.outcomes),
    format: oneOf(sql`format`, filter.formats),
    problem: problemCondition(filter.problems),
    errors: filter.errors === null ? null : sql`has_errors = ${filter.errors}`,
    branches: filter.branches === null ? null : sql`has_branches = ${filter.branches}`,
  };
  const narrowing = COMBINED_FACETS.flatMap((facet) => {
    const condition = conditions[facet];
    return condition === null ? [] : [[facet, condition] as const];
  });
  return new Map(narrowing);
}

/** Through trajectory_problems (trajectory-matches.ts): lists are slow to search. */
function problemCondition(codes: readonly string[]): Sql | null {
  const condition = oneOf(sql`problem`, codes);
  return condition === null ? null : sql`facet_no IN (SELECT facet_no FROM trajectory_problems WHERE ${condition})`;
}

/** The conditions on single trajectories, one for each range that narrows. */
export function rangeConditions(filter: TrajectoryFilter): Map<TrajectoryRange, Sql> {
  const conditions = new Map<TrajectoryRange, Sql>();
  const put = (range: TrajectoryRange, condition: Sql | null) => condition !== null && conditions.set(range, condition);
  put('steps', within(sql`n_steps`, filter.steps));
  put('calls', within(sql`n_calls`, filter.calls));
  put('errorCount', within(sql`n_errors`, filter.errorCount));
  put('tokens', within(sql`tokens`, filter.tokens));
  put('reward', within(sql`reward`, filter.reward));
  return conditions;
}

/** The condition on the tokens of single roles, as one; null where none narrows. */
export function tokenPartsCondition(filter: TrajectoryFilter): Sql | null {
  const conditions = TOKEN_PARTS.flatMap((part) => within(name(part), filter[part]) ?? []);
  return conditions.length === 0 ? null : all(conditions);
}
