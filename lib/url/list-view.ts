/** How a list is shown: beside its filter and sort, which each list holds for itself. */
import { id, list, word } from './parsers.ts';

export const listViewParsers = {
  /** Ids of the columns to show, in order; none for the usual ones. */
  cols: list,
  /** Id of the active row. */
  row: id,
  /** Rows with more room. */
  density: word(['loose'] as const),
  /** The active row's preview beside the list. */
  preview: word(['open'] as const),
} as const;
