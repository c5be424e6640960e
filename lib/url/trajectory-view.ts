/** How the list of trajectories is shown: beside the filter and the sort, which lib/url/trajectories.ts holds. */
import { id, list, word } from './parsers.ts';

export const trajectoryViewParsers = {
  /** Ids of the columns to show, in order; none for the usual ones. */
  cols: list,
  /** trajectory_id of the active row. */
  row: id,
  /** Rows with more room. */
  density: word(['loose'] as const),
  /** The active row's preview beside the list. */
  preview: word(['open'] as const),
} as const;
