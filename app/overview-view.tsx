'use client';

import { useQueryState } from 'nuqs';
import { useEffect } from 'react';
import { BreakdownSection } from '@/components/overview/breakdown-section';
import { CorpusFailure } from '@/components/overview/corpus-failure';
import { DistributionSection } from '@/components/overview/distribution-section';
import { EntryPoints } from '@/components/overview/entry-points';
import type { OverviewLinks } from '@/components/overview/links';
import { MixtureSection } from '@/components/overview/mixture-section';
import { OpenDataSection } from '@/components/overview/open-data-section';
import { OverviewSkeleton } from '@/components/overview/overview-skeleton';
import { SourcesSection } from '@/components/overview/sources-section';
import { TitleBlock } from '@/components/overview/title-block';
import { TotalsBand } from '@/components/overview/totals-band';
import { useEntryPoints } from '@/components/overview/use-entry-points';
import { PanelBoundary } from '@/components/ui/panel-boundary';
import { retry, useCorpus, warmCatalogueWhenIdle } from '@/lib/data';
import { apisHref, documentsHref, corpusParser, trajectoriesHref } from '@/lib/url';

/** The first screen: drawn from corpus.json alone, before there is an engine. */
export function OverviewView() {
  const [wanted] = useQueryState('corpus', corpusParser);
  return (
    <PanelBoundary
      name="the corpus"
      resetKey={wanted ?? ''}
      fallback={<OverviewSkeleton />}
      onRetry={retry}
      renderError={(error, again) => <CorpusFailure error={error} onRetry={again} />}
    >
      <Overview wanted={wanted} />
    </PanelBoundary>
  );
}

function Overview({ wanted }: { readonly wanted: string | null }) {
  const corpus = useCorpus();
  const { manifest } = corpus;
  // The overview is drawn from corpus.json; what comes next needs the engine.
  useEffect(() => warmCatalogueWhenIdle(corpus), [corpus]);
  const links: OverviewLinks = {
    apis: (list = {}) => apisHref({ corpus: wanted, list }),
    trajectories: (list = {}) => trajectoriesHref({ corpus: wanted, list }),
    documents: () => documentsHref({ corpus: wanted }),
  };
  return (
    <div className="page">
      <TitleBlock manifest={manifest} where={corpus.baseUrl.replace(window.location.origin, '')} />
      <TotalsBand manifest={manifest} links={links} />
      <EntryPoints points={useEntryPoints(corpus, wanted, links)} />
      <MixtureSection manifest={manifest} />
      <BreakdownSection manifest={manifest} links={links} />
      <SourcesSection manifest={manifest} />
      <DistributionSection manifest={manifest} />
      <OpenDataSection />
    </div>
  );
}
