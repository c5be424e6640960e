/** Distributions of the miniature corpus: what a chart needs, and rows of another measure and of a part, which it must not take. */
import type { Row } from '../corpus/index.ts';

type Stat = Row<'token_stats'>;

const stat = (measure: string, statistic: string, value: number, more: Partial<Stat> = {}): Stat => ({
  source: 'openapi',
  component: 'documentation',
  dimension: '',
  bucket: '',
  measure,
  statistic,
  lower: null,
  upper: null,
  records: null,
  tokens: null,
  value,
  error: null,
  ...more,
});

const PART = { dimension: 'domain', bucket: 'payment' };

/** A value that has a bucket of its own, among the records that are listed. */
const bucket = (source: string, component: string, dimension: string, value: string): Stat =>
  stat('chars', 'count', 1, { source, component, dimension, bucket: value });

/** In the order of the table's sort columns. */
export const tokenStats: readonly Stat[] = [
  bucket('directory', 'documentation', 'domain', 'payment'),
  bucket('directory', 'documentation', 'licence', 'MIT'),
  bucket('examples', 'trajectories', 'domain', 'payment'),
  bucket('files', 'code', 'language', 'TypeScript'),
  stat('chars', 'count', 5),
  stat('tokens', 'count', 5),
  stat('tokens', 'histogram', 60, { lower: 28, upper: 32, records: 2, tokens: 60 }),
  stat('tokens', 'histogram', 300, { lower: 96, upper: 112, records: 3, tokens: 300 }),
  stat('tokens', 'max', 105),
  stat('tokens', 'min', 28),
  stat('tokens', 'quantile', 99, { lower: 0.5, error: 0 }),
  stat('tokens', 'sum', 360),
  stat('tokens', 'count', 4, PART),
  stat('tokens', 'histogram', 255, { ...PART, lower: 28, upper: 32, records: 4, tokens: 255 }),
];
