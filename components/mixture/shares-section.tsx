'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { ChartArea } from '@/components/charts/chart-area';
import { ChartFrame } from '@/components/charts/chart-frame';
import { Section } from '@/components/overview/section';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { formatCount, formatPercent } from '@/lib/format/numbers';
import { needsStats } from '@/lib/mixture/shares';
import { SHARE_DIMENSIONS, SHARE_MEASURES, type MixtureState, type ShareDimension, type ShareMeasure } from '@/lib/url';
import { ShareBars } from './share-bars';
import { sharesOf, type CorpusShares } from './share-model';
import { ShareTable } from './share-table';
import { tokenizersOf, type CorpusStats } from './shown-corpus';

/** The one chart of the page that is drawn by a library: its code loads when it is chosen. */
const ShareTreemap = dynamic(() => import('./share-treemap').then((module) => module.ShareTreemap), {
  ssr: false,
  loading: () => <Skeleton className="h-90 w-full opacity-40" />,
});

const UNITS: Readonly<Record<ShareMeasure, string>> = {
  tokens: 'tokens',
  records: 'records',
  chars: 'characters',
  trajectories: 'trajectories',
};

const BY_NAMES: Readonly<Record<ShareDimension, string>> = {
  component: 'component',
  source: 'source',
  domain: 'domain',
  language: 'language',
  licence: 'licence',
  stage: 'stage',
};

export interface SharesSectionProps {
  readonly corpora: readonly CorpusStats[];
  readonly state: MixtureState;
  readonly change: (part: Partial<MixtureState>) => void;
}

/** Of what a corpus is made, by one of six columns. */
export function SharesSection({ corpora, state, change }: SharesSectionProps) {
  const { by, of, form, scale } = state;
  const shares = useMemo(() => sharesOf(corpora, by, of), [corpora, by, of]);
  return (
    <Section
      title="Shares"
      note={`${capital(UNITS[of])} by ${BY_NAMES[by]}. A part opens the records behind it.`}
      controls={<Controls state={state} change={change} />}
    >
      <Shares corpora={corpora} shares={shares} state={state} form={form} scale={scale} />
    </Section>
  );
}

function Controls({ state, change }: Pick<SharesSectionProps, 'state' | 'change'>) {
  return (
    <>
      <Select
        label="Shares by"
        prefix="By"
        value={state.by}
        onValueChange={(by) => change({ by })}
        options={SHARE_DIMENSIONS.map((value) => ({ value, label: BY_NAMES[value] }))}
      />
      <Select
        label="Shares of"
        prefix="Of"
        value={state.of}
        onValueChange={(of) => change({ of })}
        options={SHARE_MEASURES.map((value) => ({ value, label: UNITS[value] }))}
      />
      <Segmented
        label="Show shares as"
        value={state.form}
        onValueChange={(form) => change({ form })}
        options={[
          { value: 'bar', label: 'Bar' },
          { value: 'treemap', label: 'Treemap' },
          { value: 'table', label: 'Table' },
        ]}
      />
      <Segmented
        label="Scale of shares"
        value={state.scale}
        onValueChange={(scale) => change({ scale })}
        options={[
          { value: 'share', label: 'Share' },
          { value: 'count', label: 'Absolute' },
        ]}
      />
    </>
  );
}

interface SharesProps extends Pick<MixtureState, 'form' | 'scale'> {
  readonly corpora: readonly CorpusStats[];
  readonly shares: readonly CorpusShares[];
  readonly state: MixtureState;
}

function Shares({ corpora, shares, state, form, scale }: SharesProps) {
  const unit = UNITS[state.of];
  const title = `${capital(unit)} by ${BY_NAMES[state.by]}`;
  if (shares.every(({ total }) => total === 0))
    return <EmptyState title={`There are no ${unit} to share`}>Another measure may have some.</EmptyState>;
  const caption = captionOf(corpora, shares, state);
  if (form === 'table')
    return (
      <>
        <ShareTable corpora={shares} scale={scale} caption={title} />
        <p className="mt-2 max-w-[80ch] text-xs text-ink-3">{caption}</p>
      </>
    );
  const parts = form === 'bar' ? [shares] : shares.map((corpus) => [corpus]);
  return (
    <div className="grid gap-6">
      {parts.map((part) => (
        <ChartFrame
          key={part[0]?.beside ? 'beside' : 'open'}
          title={shares.length > 1 && form === 'treemap' ? `${title}, ${part[0]?.title ?? ''}` : title}
          caption={caption}
          table={() => dataOf(part, unit)}
        >
          {form === 'treemap' && shares.length > 1 ? <p className="mb-1 font-medium">{part[0]?.title}</p> : null}
          <ChartArea>
            {(width) =>
              form === 'bar' ? (
                <ShareBars corpora={part} scale={scale} unit={unit} width={width} />
              ) : part[0] ? (
                <ShareTreemap corpus={part[0]} scale={scale} unit={unit} width={width} height={360} />
              ) : null
            }
          </ChartArea>
        </ChartFrame>
      ))}
    </div>
  );
}

function dataOf(shares: readonly CorpusShares[], unit: string) {
  return {
    columns: [
      { label: 'Value' },
      { label: 'Component' },
      { label: 'Corpus' },
      { label: unit, numeric: true },
      { label: 'Share', numeric: true },
    ],
    rows: shares.flatMap((corpus) =>
      corpus.slices.map((slice) => ({
        key: `${corpus.beside} ${slice.key}`,
        cells: [slice.label, slice.component, corpus.title, formatCount(slice.amount), formatPercent(slice.share)],
        href: slice.href,
      })),
    ),
  };
}

function captionOf(corpora: readonly CorpusStats[], shares: readonly CorpusShares[], { by, of }: MixtureState): string {
  const totals = shares.map(({ title, total }) => `${title}: ${formatCount(total)}`).join('; ');
  const from = needsStats(by) ? 'token_stats' : 'corpus.json';
  const own = by === 'licence' ? ' A record without a licence of its own is counted under its source’s.' : '';
  return `Each record counts once. ${capital(UNITS[of])} in all: ${totals}. Tokens as counted by ${tokenizersOf(corpora)}. From ${from}.${own}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
