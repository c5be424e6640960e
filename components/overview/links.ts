import type { ApiListState, TrajectoryListState } from '@/lib/url';

/** Links that the overview opens; made by the view, since they carry the open corpus. */
export interface OverviewLinks {
  readonly apis: (list?: Partial<ApiListState>) => string;
  readonly trajectories: (list?: Partial<TrajectoryListState>) => string;
  readonly documents: () => string;
}
