/** Lengths after packing of what a plan draws, by component. */
import { COMPONENTS, type Component } from '../corpus/index.ts';
import { pack, type LengthBin, type Packing } from './packing.ts';
import type { Mixture } from './plan.ts';
import type { Series } from './series.ts';
import { stratumKey } from './strata.ts';

export interface PackedComponent {
  readonly component: Component;
  readonly packing: Packing;
}

/**
 * @param series distributions of tokens, one per source and component, see seriesOf
 * @param context tokens of a sequence
 * @returns what is expected of each component that is drawn, as parts of one stream; all over the same bins
 */
export function packedMixture(
  series: readonly Series[],
  { allocations }: Mixture,
  context: number,
): readonly PackedComponent[] {
  const epochs = new Map(allocations.map((allocation) => [allocation.stratum.key, allocation.epochs]));
  return COMPONENTS.flatMap((component) => {
    const merged = new Map<number, LengthBin>();
    for (const { source, component: own, bins } of series) {
      const times = own === component ? (epochs.get(stratumKey(source, component)) ?? 0) : 0;
      if (times > 0) for (const bin of bins) addTo(merged, bin, times);
    }
    const bins = [...merged.values()].toSorted((a, b) => a.lower - b.lower);
    return bins.length === 0 ? [] : [{ component, packing: pack(bins, context) }];
  });
}

function addTo(merged: Map<number, LengthBin>, bin: Series['bins'][number], times: number): void {
  const { lower, upper } = bin;
  const { records, tokens } = merged.get(lower) ?? { records: 0, tokens: 0 };
  merged.set(lower, { lower, upper, records: records + times * bin.records, tokens: tokens + times * bin.value });
}

/** The components as one stream. */
export function packedTotal(parts: readonly PackedComponent[], context: number): Omit<Packing, 'bins'> {
  const sum = (of: (packing: Packing) => number) => parts.reduce((so_far, { packing }) => so_far + of(packing), 0);
  const tokens = sum((packing) => packing.tokens);
  return {
    context,
    documents: sum((packing) => packing.documents),
    tokens,
    sequences: Math.floor(tokens / context),
    cut: { low: sum(({ cut }) => cut.low), high: sum(({ cut }) => cut.high) },
    pieces: sum((packing) => packing.pieces),
  };
}
