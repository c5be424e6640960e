'use client';

import { useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { ChapterSkeleton } from '@/components/mixture/mixture-body';
import { MixtureNav } from '@/components/mixture/mixture-nav';
import { CorpusFailure } from '@/components/overview/corpus-failure';
import { Section } from '@/components/overview/section';
import { Comparison } from '@/components/planner/comparison';
import { OriginNote } from '@/components/planner/origin-note';
import { Outcome } from '@/components/planner/outcome';
import { PackedLengths } from '@/components/planner/packed-lengths';
import { PlanFiles } from '@/components/planner/plan-files';
import { Presets } from '@/components/planner/presets';
import { RecipePanel } from '@/components/planner/recipe-panel';
import { Settings } from '@/components/planner/settings';
import { usePlanner, type Planner } from '@/components/planner/use-planner';
import { WeightsTable } from '@/components/planner/weights-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PanelBoundary } from '@/components/ui/panel-boundary';
import { retry, useCorpus, type Corpus } from '@/lib/data';
import { formatCount } from '@/lib/format/numbers';
import { corpusParser } from '@/lib/url';

/** Which ratio to train on: weights, what they take of the corpus, and the recipe. Needs no engine. */
export function PlanView() {
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
      <Plan />
    </PanelBoundary>
  );
}

function Plan() {
  const corpus = useCorpus();
  const { manifest } = corpus;
  const planner = usePlanner(manifest);
  const isEmpty = planner.strata.every(({ tokens }) => tokens === 0);
  return (
    <div className="page">
      <MixtureNav />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
        <div className="min-w-0">
          <h1 className="text-lg leading-6 font-semibold">Ratio planner</h1>
          <p className="text-xs text-ink-3">
            {manifest.title}: {formatCount(manifest.totals.tokens)} tokens in {planner.strata.length} pairs of source
            and component, {manifest.tokenizer}. The link holds the plan, and the back button undoes.
          </p>
        </div>
        {isEmpty ? null : <PlanFiles planner={planner} manifest={manifest} />}
      </div>
      {isEmpty ? (
        <EmptyState title="There is nothing to draw from">
          corpus.json lists {formatCount(manifest.sources.length)} sources, and none of them has tokens.
        </EmptyState>
      ) : (
        <Chapters corpus={corpus} planner={planner} />
      )}
    </div>
  );
}

function Chapters({ corpus, planner }: { readonly corpus: Corpus; readonly planner: Planner }) {
  const { manifest } = corpus;
  const { plan, mixture, state } = planner;
  const recipe = useMemo(
    () => ({ corpus: manifest.name, tokenizer: manifest.tokenizer, plan, mixture }),
    [manifest, plan, mixture],
  );
  return (
    <>
      <Settings planner={planner} corpusTokens={manifest.totals.tokens} />
      <Outcome mixture={mixture} remainder={plan.remainder} />
      {mixture.unknown.length === 0 ? null : (
        <output
          className="mb-4 block border-l-2 border-l-warn bg-warn-soft px-3 py-2 text-xs"
          data-testid="plan-unknown"
        >
          The plan names what this corpus does not have: {mixture.unknown.join(', ')}. It counts for nothing here.
        </output>
      )}
      <Section
        title="Weights"
        note="Shares of the budget. Moving one lets the others make room; a lock holds one in place."
        controls={<Presets planner={planner} />}
      >
        <OriginNote origin={state.origin} />
        <WeightsTable planner={planner} />
      </Section>
      <Section title="As is against planned" note="What the plan changes.">
        <Comparison mixture={mixture} corpus={manifest.title} tokenizer={manifest.tokenizer} />
      </Section>
      <Section title="Packed lengths" note="What a model sees of documents that are packed to the context length.">
        <PanelBoundary name="the lengths" fallback={<ChapterSkeleton />} resetKey={corpus.baseUrl} onRetry={retry}>
          <PackedLengths corpus={corpus} planner={planner} />
        </PanelBoundary>
      </Section>
      <Section title="Recipe" note="The plan for a training framework.">
        <RecipePanel input={recipe} />
      </Section>
    </>
  );
}
