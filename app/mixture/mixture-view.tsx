'use client';

import { useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { BesidePicker } from '@/components/mixture/beside-picker';
import { ChapterSkeleton, MixtureBody, type MixtureBodyProps } from '@/components/mixture/mixture-body';
import { MixtureNav } from '@/components/mixture/mixture-nav';
import type { ShownCorpus } from '@/components/mixture/shown-corpus';
import { useMixtureState } from '@/components/mixture/use-mixture-state';
import { usePublished } from '@/components/mixture/use-published';
import { CorpusFailure } from '@/components/overview/corpus-failure';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PanelBoundary } from '@/components/ui/panel-boundary';
import { preloadOpenTokenStats, retry, useCorpus, useOtherCorpus } from '@/lib/data';
import { formatCount } from '@/lib/format/numbers';
import { corpusParser } from '@/lib/url';

// On the module's first run, before React: the table is on its way while the rest of the page's code is.
preloadOpenTokenStats();

/** What a corpus is made of: drawn from corpus.json and token_stats, without the engine. */
export function MixtureView() {
  const [wanted] = useQueryState('corpus', corpusParser);
  return (
    <PanelBoundary
      name="the corpus"
      resetKey={wanted ?? ''}
      fallback={
        <div className="page">
          <MixtureNav />
          <ChapterSkeleton />
        </div>
      }
      onRetry={retry}
      renderError={(error, again) => <CorpusFailure error={error} onRetry={again} />}
    >
      <Distributions wanted={wanted} />
    </PanelBoundary>
  );
}

function Distributions({ wanted }: { readonly wanted: string | null }) {
  const corpus = useCorpus();
  const { manifest } = corpus;
  const use = { ...useMixtureState(), published: usePublished() };
  const { beside } = use.state;
  const open = useMemo(() => [{ corpus, manifest, link: wanted, beside: false }], [corpus, manifest, wanted]);
  return (
    <div className="page">
      <MixtureNav />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
        <div className="min-w-0">
          <h1 className="text-lg leading-6 font-semibold">Token distributions</h1>
          <p className="text-xs text-ink-3">
            {manifest.title}: {formatCount(manifest.totals.tokens)} tokens, {manifest.tokenizer}
          </p>
        </div>
        <BesidePicker beside={beside} wanted={wanted} onBeside={(next) => use.change({ beside: next })} />
      </div>
      {manifest.totals.tokens === 0 && beside === null ? (
        <EmptyState title="The corpus holds no tokens">
          corpus.json lists {formatCount(manifest.sources.length)} sources, and none of them has records.
        </EmptyState>
      ) : beside === null ? (
        <MixtureBody corpora={open} {...use} />
      ) : (
        <PanelBoundary
          name="the corpus beside"
          resetKey={beside}
          fallback={<MixtureBody corpora={open} {...use} />}
          onRetry={retry}
          renderError={(error, again) => (
            <>
              <ErrorPanel
                error={error}
                title="The corpus beside could not be opened"
                onRetry={again}
                className="mb-6"
              />
              <MixtureBody corpora={open} {...use} />
            </>
          )}
        >
          <WithBeside open={open} name={beside} use={use} />
        </PanelBoundary>
      )}
    </div>
  );
}

interface WithBesideProps {
  readonly open: readonly ShownCorpus[];
  readonly name: string;
  readonly use: Omit<MixtureBodyProps, 'corpora'>;
}

function WithBeside({ open, name, use }: WithBesideProps) {
  const corpus = useOtherCorpus(name);
  const corpora = useMemo(
    () => [...open, { corpus, manifest: corpus.manifest, link: name, beside: true }],
    [open, corpus, name],
  );
  return <MixtureBody corpora={corpora} {...use} />;
}
