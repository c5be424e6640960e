/** token_stats: the distributions behind the charts, aggregated once, so that they cost the same at any size. */
import { duckdbType, MEASURES, tables, type Measure } from '../../lib/corpus/index.ts';
import { countEdges, QUANTILES, ratioEdges } from '../../lib/stats/bins.ts';
import { addBinnedQuantiles, largeGroups } from './binned-quantiles.ts';
import type { Database } from './duckdb.ts';
import { dropMeasured, makeMeasured, RELATIONS } from './measured.ts';

/** The columns by which rows of token_stats are told apart, less the measure. */
const GROUP = 'source, component, dimension, bucket';

/** Records of a group up to which its quantiles are exact: 8 bytes of each are held at a time. */
const EXACT_RECORDS = 5_000_000;

/**
 * Creates the table `token_stats` from the final light tables.
 * @param db holds apis, trajectories, documents and duplicates
 * @param exactRecords records of a group up to which its quantiles are exact
 */
export async function makeTokenStats(db: Database, exactRecords = EXACT_RECORDS): Promise<void> {
  const columns = Object.entries(tables.token_stats.columns).map(([name, column]) => `${name} ${duckdbType(column)}`);
  await db.run(`CREATE TABLE token_stats (${columns.join(', ')})`);
  for (const relation of RELATIONS) {
    await makeMeasured(db, relation);
    for (const measure of Object.keys(relation.measures) as Measure[]) {
      const bins = await binsOf(db, measure);
      for (const select of [scalars(measure), quantiles(measure, exactRecords), histogram(measure, bins)])
        await db.run(`INSERT INTO token_stats BY NAME ${select}`);
    }
    await dropMeasured(db);
  }
  for (const measure of Object.keys(MEASURES) as Measure[]) await addBinnedQuantiles(db, measure, exactRecords);
}

/** Bins up to the largest value, as rows (lower, upper). */
async function binsOf(db: Database, measure: Measure): Promise<string> {
  const [top] = await db.rows<{ value: number | null }>(`SELECT max(${measure})::DOUBLE AS value FROM measured`);
  const edges = (MEASURES[measure].bins === 'ratio' ? ratioEdges : countEdges)(top?.value ?? 0);
  return edges
    .slice(0, -1)
    .map((lower, i) => `(${lower}::DOUBLE, ${edges[i + 1]!}::DOUBLE)`)
    .join(', ');
}

/** Groups that a measure is written for: all, or those that are the whole of a source and component. */
function members(measure: Measure): string {
  return `(SELECT * FROM members${MEASURES[measure].byDimension ? '' : " WHERE dimension = ''"})`;
}

function scalars(measure: Measure): string {
  return `SELECT ${GROUP}, '${measure}' AS measure, unnest(['count', 'sum', 'min', 'max']) AS statistic,
      unnest([sum(n), sum(total), min(least), max(most)]::DOUBLE[]) AS value
    FROM (SELECT group_no, count(*) AS n, sum(${measure}) AS total, min(${measure}) AS least, max(${measure}) AS most
      FROM measured WHERE ${measure} IS NOT NULL GROUP BY group_no)
    JOIN ${members(measure)} USING (group_no) GROUP BY ${GROUP}`;
}

function quantiles(measure: Measure, exactRecords: number): string {
  const list = QUANTILES.join(', ');
  return `SELECT ${GROUP}, '${measure}' AS measure, 'quantile' AS statistic, unnest([${list}]::DOUBLE[]) AS lower,
      unnest(quantile_cont(${measure}::DOUBLE, [${list}])) AS value, 0::DOUBLE AS error
    FROM measured JOIN (SELECT * FROM ${members(measure)} ANTI JOIN (${largeGroups(measure, exactRecords)}) USING (${GROUP}))
    USING (group_no) WHERE ${measure} IS NOT NULL GROUP BY ${GROUP}`;
}

function histogram(measure: Measure, bins: string): string {
  // Values that occur are few beside the records: they are binned, not each record.
  return `SELECT ${GROUP}, '${measure}' AS measure, 'histogram' AS statistic, b.lower, b.upper,
      sum(n)::DOUBLE AS records, sum(v.tokens)::DOUBLE AS tokens, sum(n * v.value)::DOUBLE AS value
    FROM (SELECT group_no, ${measure}::DOUBLE AS value, count(*) AS n, sum(tokens) AS tokens
      FROM measured WHERE ${measure} IS NOT NULL GROUP BY ALL) v
    ASOF JOIN (VALUES ${bins}) AS b(lower, upper) ON v.value >= b.lower
    JOIN ${members(measure)} USING (group_no) GROUP BY ${GROUP}, b.lower, b.upper`;
}
