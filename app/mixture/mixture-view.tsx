'use client';

import { useQueryState } from 'nuqs';
import { MixtureNav } from '@/components/mixture/mixture-nav';
import { MixtureSection } from '@/components/overview/mixture-section';
import { CorpusFailure } from '@/components/overview/corpus-failure';
import { Loading } from '@/components/ui/skeleton';
import { PanelBoundary } from '@/components/ui/panel-boundary';
import { retry, useCorpus } from '@/lib/data';
import { corpusParser } from '@/lib/url';

/** What a corpus is made of: drawn from corpus.json and token_stats, without the engine. */
export function MixtureView() {
  const [wanted] = useQueryState('corpus', corpusParser);
  return (
    <PanelBoundary
      name="the corpus"
      resetKey={wanted ?? ''}
      fallback={<Loading label="Reading corpus.json" />}
      onRetry={retry}
      renderError={(error, again) => <CorpusFailure error={error} onRetry={again} />}
    >
      <Distributions />
    </PanelBoundary>
  );
}

function Distributions() {
  const { manifest } = useCorpus();
  return (
    <div className="page">
      <MixtureNav />
      <h1 className="sr-only">Token distributions</h1>
      <MixtureSection manifest={manifest} />
    </div>
  );
}
