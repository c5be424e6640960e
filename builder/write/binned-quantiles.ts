/** Quantiles of groups of so many records that their values are not held: from the histogram, with the bound of the error. */
import { MEASURES, type Measure } from '../../lib/corpus/index.ts';
import { binnedQuantile, type ValueBin } from '../../lib/stats/binned-quantile.ts';
import { QUANTILES } from '../../lib/stats/bins.ts';
import { literal, type Database } from './duckdb.ts';

interface Group {
  readonly source: string;
  readonly component: string;
  readonly dimension: string;
  readonly bucket: string;
}

/** @returns a statement that yields the groups of a measure whose quantiles come from bins */
export function largeGroups(measure: Measure, exactRecords: number): string {
  return `SELECT source, component, dimension, bucket FROM token_stats
    WHERE measure = '${measure}' AND statistic = 'count' AND value > ${exactRecords}`;
}

/** Adds the quantiles of the large groups of a measure to token_stats, which has their bins, min and max. */
export async function addBinnedQuantiles(db: Database, measure: Measure, exactRecords: number): Promise<void> {
  for (const group of await db.rows<Group>(largeGroups(measure, exactRecords))) await addQuantiles(db, group, measure);
}

async function addQuantiles(db: Database, group: Group, measure: Measure): Promise<void> {
  const name = [group.source, group.component, group.dimension, group.bucket, measure].map(literal).join(', ');
  const stats = await db.rows<ValueBin & { readonly statistic: string }>(`
    SELECT statistic, lower, upper, records, value FROM token_stats
    WHERE (source, component, dimension, bucket, measure) = (${name}) AND statistic IN ('histogram', 'min', 'max') ORDER BY lower`);
  const single = (statistic: string): number => stats.find((stat) => stat.statistic === statistic)!.value;
  const histogram = {
    bins: stats.filter(({ statistic }) => statistic === 'histogram'),
    min: single('min'),
    max: single('max'),
    isWhole: MEASURES[measure].bins === 'count',
  };
  const rows = QUANTILES.map((probability) => {
    const { value, error } = binnedQuantile(histogram, probability);
    return `(${name}, 'quantile', ${probability}, ${value}, ${error})`;
  });
  await db.run(`INSERT INTO token_stats (source, component, dimension, bucket, measure, statistic, lower, value, error)
    VALUES ${rows.join(', ')}`);
}
