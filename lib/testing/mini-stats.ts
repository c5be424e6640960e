/** Distributions of the miniature corpus: what a chart needs, and a measure that it must not take for tokens. */
import type { Row } from '../corpus/index.ts';

type Stat = Row<'token_stats'>;

const stat = (measure: string, statistic: string, value: number, more: Partial<Stat> = {}): Stat => ({
  source: 'openapi',
  component: 'documentation',
  measure,
  statistic,
  lower: null,
  upper: null,
  records: null,
  value,
  ...more,
});

/** In the order of the table's sort columns. */
export const tokenStats: readonly Stat[] = [
  stat('chars', 'count', 5),
  stat('tokens', 'count', 5),
  stat('tokens', 'histogram', 60, { lower: 28, upper: 32, records: 2 }),
  stat('tokens', 'histogram', 300, { lower: 96, upper: 112, records: 3 }),
  stat('tokens', 'max', 105),
  stat('tokens', 'min', 28),
  stat('tokens', 'quantile', 99, { lower: 0.5 }),
  stat('tokens', 'sum', 360),
];
