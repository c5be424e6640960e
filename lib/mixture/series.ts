/** Rows of token_stats as one distribution per source, component and bucket of a dimension. */
import { COMPONENTS, type Component } from '../corpus/index.ts';
import type { TokenStat } from './token-stat.ts';

export interface SeriesBin {
  /** Lower edge, inclusive, in units of the measure. */
  readonly lower: number;
  /** Upper edge, exclusive. */
  readonly upper: number;
  readonly records: number;
  /** Sum of the measure over these records. */
  readonly value: number;
  /** Tokens of these records; null where they are not known. */
  readonly tokens: number | null;
}

export interface SeriesQuantile {
  /** 0 to 1. */
  readonly probability: number;
  readonly value: number;
  /** Largest distance from the true quantile, in units of the measure; 0 where it is exact, null where not stated. */
  readonly error: number | null;
}

/** How one measure is distributed over the records of a source and component. */
export interface Series {
  readonly source: string;
  readonly component: Component;
  /** Value of the dimension; '' for the whole, and for records that have none. */
  readonly bucket: string;
  readonly measure: string;
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly quantiles: readonly SeriesQuantile[];
  /** Bins that hold records, ascending. */
  readonly bins: readonly SeriesBin[];
}

/**
 * @param stats rows of token_stats, in any order
 * @param measure e.g. `tokens`
 * @param dimension '' for whole sources
 * @returns distributions in order of component, most records first within
 */
export function seriesOf(stats: readonly TokenStat[], measure: string, dimension = ''): Series[] {
  const groups = new Map<string, TokenStat[]>();
  for (const stat of stats) {
    if (stat.measure !== measure || stat.dimension !== dimension) continue;
    const key = JSON.stringify([stat.source, stat.component, stat.bucket]);
    const group = groups.get(key);
    if (group) group.push(stat);
    else groups.set(key, [stat]);
  }
  return [...groups.values()]
    .flatMap((group) => oneSeries(group))
    .toSorted((a, b) => COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component) || b.count - a.count);
}

function oneSeries(rows: readonly TokenStat[]): Series[] {
  const [first] = rows;
  const component = COMPONENTS.find((name) => name === first?.component);
  if (first === undefined || component === undefined) return [];
  const { source, bucket, measure } = first;
  const single = (statistic: string) => rows.find((row) => row.statistic === statistic)?.value ?? 0;
  const series = {
    source,
    component,
    bucket,
    measure,
    count: single('count'),
    sum: single('sum'),
    min: single('min'),
    max: single('max'),
    quantiles: rows
      .filter((row) => row.statistic === 'quantile')
      .map((row) => ({ probability: row.lower ?? 0, value: row.value, error: row.error }))
      .toSorted((a, b) => a.probability - b.probability),
    bins: rows
      .filter((row) => row.statistic === 'histogram')
      .map(binOf)
      .toSorted((a, b) => a.lower - b.lower),
  };
  return series.count > 0 ? [series] : [];
}

function binOf({ lower, upper, records, value, tokens, measure }: TokenStat): SeriesBin {
  return {
    lower: lower ?? 0,
    upper: upper ?? lower ?? 0,
    records: records ?? 0,
    value,
    tokens: tokens ?? (measure === 'tokens' ? value : null),
  };
}
