/** The trajectory list's state in the URL. */
import { tables } from '../corpus/index.ts';
import {
  BY_TRAJECTORY_ID,
  NO_TRAJECTORY_FILTER,
  type TrajectoryColumn,
  type TrajectoryFilter,
  type TrajectorySort,
} from '../queries/index.ts';
import { choice, id, list, range, sort, text } from './parsers.ts';

export const TRAJECTORY_COLUMNS = Object.keys(tables.trajectories.columns) as readonly TrajectoryColumn[];

/** For useQueryStates: the keys are those of the filter. */
export const trajectoryListParsers = {
  q: text,
  sources: list,
  kinds: list,
  domains: list,
  models: list,
  outcomes: list,
  api: id,
  errors: choice,
  steps: range,
  calls: range,
  tokens: range,
  sort: sort(TRAJECTORY_COLUMNS),
} as const;

export const trajectoryUrlKeys = {
  sources: 'source',
  kinds: 'kind',
  domains: 'domain',
  models: 'model',
  outcomes: 'outcome',
} as const satisfies Partial<Record<keyof typeof trajectoryListParsers, string>>;

export type TrajectoryListState = TrajectoryFilter & { readonly sort: TrajectorySort | null };

export const NO_TRAJECTORY_LIST: TrajectoryListState = { ...NO_TRAJECTORY_FILTER, sort: null };

export function effectiveTrajectorySort({ sort: chosen }: TrajectoryListState): TrajectorySort {
  return chosen ?? BY_TRAJECTORY_ID;
}

/** The filter alone, e.g. for trajectoryOrder. */
export function trajectoryFilterOf({ sort: _sort, ...filter }: TrajectoryListState): TrajectoryFilter {
  return filter;
}
