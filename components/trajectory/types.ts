import type { Row } from '@/lib/corpus';

export type TrajectoryRow = Row<'trajectories'>;
export type StepRow = Row<'steps'>;
export type StepCall = StepRow['calls'][number];
export type CallRow = Row<'calls'>;

/** Links out of a trajectory; made by the view, since they carry the open corpus and the list's filter. */
export interface TrajectoryLinks {
  readonly trajectory: (id: string, step?: number | null) => string;
  readonly api: (id: string) => string;
  /** The list narrowed to one source. */
  readonly source: (source: string) => string;
  readonly list: string;
}
