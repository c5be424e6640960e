import type { Row } from '../corpus/index.ts';

/** One row of token_stats. */
export type TokenStat = Row<'token_stats'>;
