'use client';

import { useMemo, type ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { PanelBoundary } from '@/components/ui/panel-boundary';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { retry, useAllTokenStats } from '@/lib/data';
import { needsStats } from '@/lib/mixture/shares';
import { DuplicatesSection } from './duplicates-section';
import { LengthsSection } from './lengths-section';
import { PerByteSection } from './per-byte-section';
import { publishedRows } from './published-rows';
import { PublishedSection } from './published-section';
import { SharesSection } from './shares-section';
import type { CorpusStats, ShownCorpus } from './shown-corpus';
import type { MixtureStateUse } from './use-mixture-state';
import type { PublishedUse } from './use-published';
import { WindowSection } from './window-section';

export interface MixtureBodyProps extends MixtureStateUse {
  /** The open corpus, and perhaps one beside it. */
  readonly corpora: readonly ShownCorpus[];
  readonly published: PublishedUse;
}

/** The chapters of the page, for one corpus or two. */
export function MixtureBody({ corpora, published, state, change }: MixtureBodyProps) {
  const bare = useMemo(() => corpora.map((corpus): CorpusStats => ({ ...corpus, stats: [] })), [corpora]);
  const resetKey = corpora.map(({ corpus }) => corpus.baseUrl).join(' ');
  return (
    <>
      {needsStats(state.by) ? (
        <PanelBoundary name="the shares" fallback={<ChapterSkeleton />} resetKey={resetKey + state.by} onRetry={retry}>
          <WithStats corpora={corpora}>
            {(known) => <SharesSection corpora={known} state={state} change={change} />}
          </WithStats>
        </PanelBoundary>
      ) : (
        <SharesSection corpora={bare} state={state} change={change} />
      )}
      <PanelBoundary name="the distributions" fallback={<ChapterSkeleton />} resetKey={resetKey} onRetry={retry}>
        <WithStats corpora={corpora}>
          {(known) => (
            <>
              <LengthsSection
                corpora={known}
                published={publishedRows(published.published, state.measure, state.weight)}
                state={state}
                change={change}
              />
              <WindowSection corpora={known} state={state} change={change} />
              <PerByteSection corpora={known} state={state} change={change} />
              <DuplicatesSection corpora={known} />
              <PublishedSection corpora={known} use={published} />
            </>
          )}
        </WithStats>
      </PanelBoundary>
    </>
  );
}

interface WithStatsProps {
  readonly corpora: readonly ShownCorpus[];
  readonly children: (corpora: readonly CorpusStats[]) => ReactNode;
}

/** Reads token_stats of all corpora that are shown. Suspends. */
function WithStats({ corpora, children }: WithStatsProps) {
  const [open, beside] = useAllTokenStats(corpora.map(({ corpus }) => corpus));
  const known = useMemo(
    () => corpora.map((corpus): CorpusStats => ({ ...corpus, stats: (corpus.beside ? beside : open) ?? [] })),
    [corpora, open, beside],
  );
  if (known.every(({ stats }) => stats.length === 0))
    return (
      <EmptyState title="This corpus has no token_stats">
        Distributions are read from that table. Build the corpus again with this version.
      </EmptyState>
    );
  return children(known);
}

/** A chapter's shape while its table is read. */
export function ChapterSkeleton() {
  return (
    <Loading label="Reading token_stats">
      <div className="grid gap-x-10 gap-y-4 border-t border-line-strong py-7 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <div>
          <Skeleton className="h-4 w-24" />
          <Skeleton className="mt-3 h-3 w-40" />
          <Skeleton className="mt-2 h-3 w-32" />
        </div>
        <Skeleton className="h-72 w-full opacity-40" />
      </div>
    </Loading>
  );
}
