/** The trajectory list's state in the URL. Names of parameters never change: links outlive versions. */
import { DIMENSIONS, tables } from '../corpus/index.ts';
import { NO_TRAJECTORY_FILTER, type TrajectoryColumn, type TrajectoryFilter } from '../queries/trajectory-filter.ts';
import { BY_TRAJECTORY_ID, BY_TRAJECTORY_RELEVANCE, type TrajectorySort } from '../queries/sorts.ts';
import { choice, id, limits, list, pair, range, sample, sort, text, word } from './parsers.ts';

export const TRAJECTORY_COLUMNS = Object.keys(tables.trajectories.columns) as readonly TrajectoryColumn[];
const SORTS = [...TRAJECTORY_COLUMNS, 'relevance'] as const;

/** For useQueryStates: the keys are those of the filter. */
export const trajectoryListParsers = {
  q: text,
  sources: list,
  kinds: list,
  domains: list,
  models: list,
  outcomes: list,
  formats: list,
  problems: list,
  tools: list,
  api: id,
  sequence: pair,
  errors: choice,
  branches: choice,
  steps: range,
  calls: range,
  errorCount: range,
  tokens: range,
  reward: limits,
  tokens_system: range,
  tokens_user: range,
  tokens_assistant: range,
  tokens_reasoning: range,
  tokens_calls: range,
  tokens_observations: range,
  duplicates: list,
  chars: range,
  density: limits,
  others: word(DIMENSIONS),
  stepTokens: range,
  sample,
  sort: sort(SORTS),
} as const;

export const trajectoryUrlKeys = {
  sources: 'source',
  kinds: 'kind',
  domains: 'domain',
  models: 'model',
  outcomes: 'outcome',
  formats: 'format',
  problems: 'problem',
  tools: 'tool',
  sequence: 'then',
  errorCount: 'n_errors',
  duplicates: 'duplicate',
  density: 'tokens_per_byte',
  stepTokens: 'step_tokens',
} as const satisfies Partial<Record<keyof typeof trajectoryListParsers, string>>;

export type TrajectoryListState = TrajectoryFilter & { readonly sort: TrajectorySort | null };

export const NO_TRAJECTORY_LIST: TrajectoryListState = { ...NO_TRAJECTORY_FILTER, sort: null };

/** The order in which a list is shown: as chosen, else by relevance while searching, else by id. */
export function effectiveTrajectorySort({ q, sort: chosen }: Pick<TrajectoryListState, 'q' | 'sort'>): TrajectorySort {
  return chosen ?? (q.trim() === '' ? BY_TRAJECTORY_ID : BY_TRAJECTORY_RELEVANCE);
}

/** The filter alone, e.g. for trajectoryOrder. */
export function trajectoryFilterOf({ sort: _sort, ...filter }: TrajectoryListState): TrajectoryFilter {
  return filter;
}
