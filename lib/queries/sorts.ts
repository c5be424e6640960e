/** How lists are put in order: what links name. The statements are in api-matches.ts and trajectory-order.ts. */
import type { ApiColumn } from './api-filter.ts';
import type { TrajectoryColumn } from './trajectory-filter.ts';

export interface Sort<C extends string> {
  readonly column: C;
  readonly direction: 'asc' | 'desc';
}

/** `relevance` needs a search; without one it is the order of api_id. */
export type ApiSort = Sort<ApiColumn | 'relevance'>;

/** What the catalogue shows first: by id, or the best match of a search. */
export const BY_ID: ApiSort = { column: 'api_id', direction: 'asc' };
export const BY_RELEVANCE: ApiSort = { column: 'relevance', direction: 'desc' };

/** `relevance` needs a search; without one it is the order of trajectory_id. */
export type TrajectorySort = Sort<TrajectoryColumn | 'relevance'>;

export const BY_TRAJECTORY_ID: TrajectorySort = { column: 'trajectory_id', direction: 'asc' };
export const BY_TRAJECTORY_RELEVANCE: TrajectorySort = { column: 'relevance', direction: 'desc' };
