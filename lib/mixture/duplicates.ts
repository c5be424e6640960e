/** Records that repeat others, as the builder found them. */
import type { Component } from '../corpus/index.ts';
import { seriesOf } from './series.ts';
import { stratumKey } from './strata.ts';
import type { TokenStat } from './token-stat.ts';

export interface Repeats {
  readonly records: number;
  readonly tokens: number;
}

export interface Duplicates {
  readonly source: string;
  readonly component: Component;
  /** Records of source and component. */
  readonly records: number;
  readonly tokens: number;
  /** Records that are an earlier one, letter by letter. */
  readonly exact: Repeats;
  /** Records that are nearly an earlier one, exact ones apart. */
  readonly near: Repeats;
}

const NONE: Repeats = { records: 0, tokens: 0 };

/** @returns whether a corpus was built with duplicates looked for */
export function knowsDuplicates(stats: readonly TokenStat[]): boolean {
  return stats.some(({ measure }) => measure === 'duplicate_exact' || measure === 'duplicate_near');
}

/** @returns duplicates per source and component, in order of component */
export function duplicatesOf(stats: readonly TokenStat[]): Duplicates[] {
  const repeats = (measure: string) =>
    new Map(
      seriesOf(stats, measure).map(({ source, component, count, sum }) => [
        stratumKey(source, component),
        { records: count, tokens: sum },
      ]),
    );
  const exact = repeats('duplicate_exact');
  const near = repeats('duplicate_near');
  return seriesOf(stats, 'tokens').map(({ source, component, count, sum }) => {
    const key = stratumKey(source, component);
    return {
      source,
      component,
      records: count,
      tokens: sum,
      exact: exact.get(key) ?? NONE,
      near: near.get(key) ?? NONE,
    };
  });
}
