'use client';

import dynamic from 'next/dynamic';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { EmptyState } from '@/components/ui/empty-state';
import { PanelBoundary } from '@/components/ui/panel-boundary';
import { Segmented } from '@/components/ui/segmented';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { Manifest } from '@/lib/corpus/manifest';
import { retry, useQuery } from '@/lib/data';
import { tokenDistributions } from '@/lib/queries/overview';
import { DistributionTable } from './distribution-table';
import { distributionsOf, type Weight } from './distributions';
import { Section } from './section';
import { useSeen } from './use-seen';

const WEIGHTS = ['records', 'tokens'] as const;
const FORMS = ['chart', 'table'] as const;
type Form = (typeof FORMS)[number];

/** Charts are a fifth of the first page's scripts: they load when the section comes into sight. */
const DistributionCharts = dynamic(() => import('./distribution-charts').then((module) => module.DistributionCharts), {
  ssr: false,
  loading: () => <ChartsSkeleton count={4} />,
});

/** How long records are, per source: from token_stats, so it costs the same at any size. */
export function DistributionSection({ manifest }: { readonly manifest: Manifest }) {
  const [{ weight, form }, setState] = useQueryStates({
    weight: parseAsStringLiteral(WEIGHTS).withDefault('records'),
    form: parseAsStringLiteral(FORMS).withDefault('chart'),
  });
  const { seen, ref } = useSeen();
  const stats = manifest.tables.token_stats;
  const contributions = manifest.sources.reduce((sum, source) => sum + Object.keys(source.components).length, 0);
  if (stats === undefined || stats.rows === 0 || contributions === 0) return null;
  const controls = (
    <>
      <Segmented
        label="Show as"
        value={form}
        onValueChange={(next) => void setState({ form: next })}
        options={[
          { value: 'chart', label: 'Chart' },
          { value: 'table', label: 'Table' },
        ]}
      />
      {form === 'chart' ? (
        <Segmented
          label="Height of a bar"
          value={weight}
          onValueChange={(next) => void setState({ weight: next })}
          options={[
            { value: 'records', label: 'Records' },
            { value: 'tokens', label: 'Tokens' },
          ]}
        />
      ) : null}
    </>
  );
  const note = (
    <>
      Tokens per record, {manifest.tokenizer}, logarithmic axis. A bar is the share of the source&rsquo;s {weight} at
      that length. From <code className="font-mono">token_stats</code>.
    </>
  );
  return (
    <Section title="Lengths" note={note} controls={controls}>
      <div ref={ref}>
        <PanelBoundary name="the distributions" fallback={<ChartsSkeleton count={contributions} />} onRetry={retry}>
          {seen ? (
            <Distributions manifest={manifest} weight={weight} form={form} />
          ) : (
            <ChartsSkeleton count={contributions} />
          )}
        </PanelBoundary>
      </div>
    </Section>
  );
}

interface DistributionsProps {
  readonly manifest: Manifest;
  readonly weight: Weight;
  readonly form: Form;
}

function Distributions({ manifest, weight, form }: DistributionsProps) {
  const distributions = distributionsOf(useQuery(tokenDistributions()), weight);
  const titleOf = (name: string) => manifest.sources.find(({ source }) => source === name)?.title ?? name;
  if (distributions.length === 0) return <EmptyState title="token_stats holds no distribution of tokens" />;
  return form === 'chart' ? (
    <DistributionCharts distributions={distributions} weight={weight} titleOf={titleOf} />
  ) : (
    <DistributionTable distributions={distributions} titleOf={titleOf} />
  );
}

function ChartsSkeleton({ count }: { readonly count: number }) {
  return (
    <Loading label="Reading token_stats">
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className="h-[158px]">
            <Skeleton className="h-3 w-40" />
            <Skeleton className="mt-4 h-28 w-full opacity-40" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
