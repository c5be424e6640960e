'use client';

import { useMemo } from 'react';
import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { useTokenStats, type Corpus } from '@/lib/data';
import { formatCompact, formatCount, formatPercent } from '@/lib/format/numbers';
import { packedMixture, packedTotal, type PackedComponent } from '@/lib/mixture/packed-mixture';
import type { Packing } from '@/lib/mixture/packing';
import { seriesOf } from '@/lib/mixture/series';
import { PackedChart } from './packed-chart';
import type { Planner } from './use-planner';

/** What packing to the context length makes of the documents that the plan draws. Suspends while token_stats is read. */
export function PackedLengths({ corpus, planner }: { readonly corpus: Corpus; readonly planner: Planner }) {
  const stats = useTokenStats(corpus);
  const { mixture, plan } = planner;
  const series = useMemo(() => seriesOf(stats, 'tokens'), [stats]);
  const parts = useMemo(() => packedMixture(series, mixture, plan.context), [series, mixture, plan.context]);
  if (parts.length === 0)
    return (
      <EmptyState title="There are no lengths to pack">
        {series.length === 0
          ? 'This corpus has no token_stats of its tokens: build it again with this version.'
          : 'The plan draws nothing.'}
      </EmptyState>
    );
  const total = packedTotal(parts, plan.context);
  return (
    <>
      <Facts total={total} />
      <ChartFrame
        title={`Lengths after packing to ${formatCount(plan.context)} tokens`}
        caption={`Tokens by length of the piece that they stand in, expected: documents in random order, one end-of-text token after each, cut every ${formatCount(plan.context)} tokens (concatenate and split). Each record counts as often as the plan draws it. ${formatCount(total.documents)} documents; tokens as counted by ${corpus.manifest.tokenizer}. From token_stats.`}
        table={() => tableOf(parts)}
      >
        <ChartArea>{(width) => <PackedChart parts={parts} context={plan.context} width={width} />}</ChartArea>
      </ChartFrame>
    </>
  );
}

function Facts({ total }: { readonly total: Omit<Packing, 'bins'> }) {
  const share = (count: number) => formatPercent(total.documents === 0 ? 0 : count / total.documents);
  const [low, high] = [share(total.cut.low), share(total.cut.high)];
  const facts = [
    ['Sequences', formatCompact(total.sequences)],
    ['Documents cut', low === high ? low : `${low} to ${high}`],
    [
      'Documents a sequence',
      total.sequences === 0 ? '–' : (total.documents / (total.tokens / total.context)).toFixed(2),
    ],
    ['Pieces a document', (total.pieces / Math.max(1e-9, total.documents)).toFixed(2)],
  ];
  return (
    <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-1" data-testid="packed-facts">
      {facts.map(([name, value]) => (
        <div key={name} className="flex items-baseline gap-2">
          <dt className="text-xs text-ink-3">{name}</dt>
          <dd className="tabular font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function tableOf(parts: readonly PackedComponent[]) {
  const bins = parts[0]?.packing.bins ?? [];
  const tokens = parts.reduce((sum, { packing }) => sum + packing.tokens, 0);
  return {
    columns: [
      { label: 'Piece, in tokens' },
      { label: 'Pieces', numeric: true },
      { label: 'Tokens', numeric: true },
      { label: '% of tokens', numeric: true },
      ...parts.map(({ component }) => ({ label: component, numeric: true })),
    ],
    rows: bins.map(({ lower, upper }, i) => {
      const own = parts.map(({ packing }) => packing.bins[i]);
      const sum = own.reduce((so_far, bin) => so_far + (bin?.tokens ?? 0), 0);
      return {
        key: String(lower),
        cells: [
          lower === upper ? formatCount(lower) : `${formatCount(lower)} to ${formatCount(upper)}`,
          formatCount(own.reduce((so_far, bin) => so_far + (bin?.pieces ?? 0), 0)),
          formatCount(sum),
          formatPercent(sum / tokens),
          ...own.map((bin) => formatCount(bin?.tokens ?? 0)),
        ],
      };
    }),
  };
}
