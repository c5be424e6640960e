/** How the catalogue is shown: beside the filter and the sort, which lib/url/apis.ts holds. */
import { id, list, word } from './parsers.ts';

export const apiViewParsers = {
  /** Ids of the columns to show, in order; none for the usual ones. */
  cols: list,
  /** `tool`: APIs below their providers and tools, which can be folded. */
  group: word(['tool'] as const),
  /** Keys of the groups that are not as they are by default: provider, or provider/tool. */
  fold: list,
  /** api_id of the active row. */
  row: id,
} as const;
