'use client';

import { Histogram } from '@/components/charts/histogram';
import { ComponentSwatch } from '@/components/ui/badge';
import { formatCompact, formatPlural } from '@/lib/format/numbers';
import type { Distribution, Weight } from './distributions';

export interface DistributionProps {
  readonly distributions: readonly Distribution[];
  readonly weight: Weight;
  /** Title of a source for people. */
  readonly titleOf: (source: string) => string;
}

/** One histogram per source and component, on one axis, so that they compare at a glance. */
export function DistributionCharts({ distributions, weight, titleOf }: DistributionProps) {
  const maxShare = Math.max(...distributions.flatMap(({ bins }) => bins.map((bin) => bin.share)), 0.01);
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
      {distributions.map((distribution) => (
        <div key={`${distribution.component} ${distribution.source}`} className="min-w-0">
          <h3 className="flex items-baseline gap-2 text-xs">
            <ComponentSwatch component={distribution.component} />
            <span className="truncate font-medium">{titleOf(distribution.source)}</span>
            <span className="text-ink-3">{distribution.component}</span>
            <span className="tabular ml-auto whitespace-nowrap text-ink-3">
              {formatPlural(distribution.records, 'record')}
            </span>
          </h3>
          <Histogram
            label={`Tokens per record of ${titleOf(distribution.source)}, ${distribution.component}`}
            bins={distribution.bins}
            markers={markersOf(distribution)}
            colour={`var(--c-${distribution.component})`}
            unit="tokens"
            counted={weight}
            height={140}
            maxShare={maxShare}
          />
        </div>
      ))}
    </div>
  );
}

function markersOf({ quantiles }: Distribution) {
  const median = quantiles.get(0.5);
  return median === undefined ? [] : [{ at: median, label: `median ${formatCompact(median)}` }];
}
