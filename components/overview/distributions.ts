/** Histograms and quantiles of token_stats, one per source and component, on one common axis. */
import type { HistogramBin } from '@/components/charts/histogram';
import { COMPONENTS, type Component, type Row } from '@/lib/corpus';
import { countEdges } from '@/lib/stats/bins';

export type StatRow = Pick<
  Row<'token_stats'>,
  'source' | 'component' | 'statistic' | 'lower' | 'upper' | 'records' | 'value'
>;

/** What a bar's height counts: records of that length, or the tokens that they hold. */
export type Weight = 'records' | 'tokens';

export interface Distribution {
  readonly source: string;
  readonly component: Component;
  readonly records: number;
  readonly mean: number;
  readonly max: number;
  /** Value by probability, e.g. 0.5 for the median. */
  readonly quantiles: ReadonlyMap<number, number>;
  readonly bins: readonly HistogramBin[];
}

/**
 * @param rows token_stats of the measure tokens
 * @param weight what a bar counts
 * @returns distributions in order of component, then source; all over the same bins
 */
export function distributionsOf(rows: readonly StatRow[], weight: Weight): Distribution[] {
  const edges = axisOf(rows);
  const groups = new Map<string, StatRow[]>();
  for (const row of rows) {
    const key = `${row.component}\n${row.source}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const component = COMPONENTS.find((name) => name === group[0]?.component);
      return component === undefined ? [] : [distributionOf(group, component, edges, weight)];
    })
    .toSorted((a, b) => COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component) || b.records - a.records);
}

function distributionOf(
  rows: readonly StatRow[],
  component: Component,
  edges: ReadonlyMap<number, number>,
  weight: Weight,
): Distribution {
  const histogram = new Map(rows.filter((row) => row.statistic === 'histogram').map((row) => [row.lower, row]));
  const valueAt = (lower: number) => {
    const row = histogram.get(lower);
    return row === undefined ? 0 : weight === 'records' ? (row.records ?? 0) : row.value;
  };
  const whole = [...edges.keys()].reduce((sum, lower) => sum + valueAt(lower), 0);
  const single = (statistic: string) => rows.find((row) => row.statistic === statistic)?.value ?? 0;
  const records = single('count');
  return {
    source: rows[0]?.source ?? '',
    component,
    records,
    mean: records === 0 ? 0 : single('sum') / records,
    max: single('max'),
    quantiles: new Map(rows.filter((row) => row.statistic === 'quantile').map((row) => [row.lower ?? 0, row.value])),
    bins: [...edges].map(([lower, upper]) => {
      const value = valueAt(lower);
      return { lower, upper, value, share: whole === 0 ? 0 : value / whole };
    }),
  };
}

/** The bins from the first to the last that any source fills, as lower edge to upper edge, ascending. */
function axisOf(rows: readonly StatRow[]): Map<number, number> {
  const filled = rows.flatMap((row) => (row.statistic === 'histogram' && row.lower !== null ? [row.lower] : []));
  if (filled.length === 0) return new Map();
  const first = Math.min(...filled);
  const last = Math.max(...filled);
  const edges = countEdges(last);
  return new Map(
    edges.flatMap((lower, index) => (lower >= first && lower <= last ? [[lower, edges[index + 1] ?? lower + 1]] : [])),
  );
}
