'use client';

import { useMemo } from 'react';
import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ShareBars } from '@/components/mixture/share-bars';
import type { BarShares } from '@/components/mixture/share-model';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import type { Allocation, Mixture } from '@/lib/mixture/plan';
import { tokensOf } from '@/lib/mixture/strata';

export interface ComparisonProps {
  readonly mixture: Mixture;
  readonly corpus: string;
  readonly tokenizer: string;
}

/** The corpus as it is, and what the plan draws of it. */
export function Comparison({ mixture, corpus, tokenizer }: ComparisonProps) {
  const bars = useMemo(() => barsOf(mixture), [mixture]);
  return (
    <ChartFrame
      title="As is against planned"
      caption={`Share of tokens by source. As is: ${formatCount(bars[0]?.total ?? 0)} tokens of ${corpus}; planned: ${formatCount(mixture.drawn)}, repetitions included. Counted by ${tokenizer}. From corpus.json.`}
      table={() => ({
        columns: [
          { label: 'Source' },
          { label: 'Component' },
          { label: 'Tokens', numeric: true },
          { label: 'As is', numeric: true },
          { label: 'Planned tokens', numeric: true },
          { label: 'Planned', numeric: true },
        ],
        rows: mixture.allocations.map(({ stratum, drawn }) => ({
          key: stratum.key,
          cells: [
            stratum.title,
            stratum.component,
            formatCount(stratum.tokens),
            formatPercent(stratum.tokens / Math.max(1, bars[0]?.total ?? 0)),
            formatCount(drawn),
            formatPercent(mixture.drawn === 0 ? 0 : drawn / mixture.drawn),
          ],
        })),
      })}
    >
      <ChartArea>{(width) => <ShareBars corpora={bars} scale="share" unit="tokens" width={width} />}</ChartArea>
    </ChartFrame>
  );
}

function barsOf({ allocations, drawn }: Mixture): readonly BarShares[] {
  const available = tokensOf(allocations.map(({ stratum }) => stratum));
  return [
    barOf('As is', allocations, available, ({ stratum }) => stratum.tokens),
    { ...barOf('Planned', allocations, drawn, (allocation) => allocation.drawn), beside: true },
  ];
}

function barOf(
  title: string,
  allocations: readonly Allocation[],
  total: number,
  amountOf: (allocation: Allocation) => number,
): BarShares {
  const slices = allocations.map((allocation) => ({
    key: allocation.stratum.key,
    component: allocation.stratum.component,
    label: allocation.stratum.title,
    none: false,
    amount: amountOf(allocation),
    share: total === 0 ? 0 : amountOf(allocation) / total,
    href: null,
  }));
  return { title, beside: false, total, slices: slices.filter(({ amount }) => amount > 0) };
}
