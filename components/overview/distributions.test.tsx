import { describe, expect, it } from 'vitest';
import { distributionsOf, type StatRow } from './distributions';

const row = (
  source: string,
  component: string,
  statistic: string,
  value: number,
  more: Partial<StatRow> = {},
): StatRow => ({
  source,
  component,
  statistic,
  value,
  lower: null,
  upper: null,
  records: null,
  ...more,
});

const ROWS: StatRow[] = [
  row('traces', 'trajectories', 'count', 4),
  row('traces', 'trajectories', 'sum', 60),
  row('traces', 'trajectories', 'histogram', 30, { lower: 10, upper: 12, records: 3 }),
  row('traces', 'trajectories', 'histogram', 30, { lower: 28, upper: 32, records: 1 }),
  row('docs', 'documentation', 'count', 1),
  row('docs', 'documentation', 'max', 17),
  row('docs', 'documentation', 'histogram', 17, { lower: 16, upper: 20, records: 1 }),
  row('docs', 'documentation', 'quantile', 17, { lower: 0.5 }),
  row('odd', 'unheard-of', 'count', 1),
];

describe('distributionsOf', () => {
  it('puts all on one axis, without gaps', () => {
    const [docs, traces] = distributionsOf(ROWS, 'records');
    const axis = [10, 12, 14, 16, 20, 24, 28];
    expect(docs?.bins.map((bin) => bin.lower)).toEqual(axis);
    expect(traces?.bins.map((bin) => bin.lower)).toEqual(axis);
    expect(traces?.bins.map((bin) => bin.share)).toEqual([0.75, 0, 0, 0, 0, 0, 0.25]);
  });

  it('weighs by tokens on demand', () => {
    const [, traces] = distributionsOf(ROWS, 'tokens');
    expect(traces?.bins.filter((bin) => bin.value > 0).map((bin) => bin.share)).toEqual([0.5, 0.5]);
  });

  it('gives the numbers behind the chart, and leaves out components it does not know', () => {
    const found = distributionsOf(ROWS, 'records');
    expect(found.map((entry) => entry.source)).toEqual(['docs', 'traces']);
    expect(found[0]).toMatchObject({ records: 1, max: 17 });
    expect(found[0]?.quantiles.get(0.5)).toBe(17);
    expect(found[1]?.mean).toBe(15);
  });
});
