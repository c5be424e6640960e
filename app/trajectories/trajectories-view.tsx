'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { activeFilters } from '@/components/list/filter-model';
import { FilterChips } from '@/components/list/filter-chips';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { useActiveEntry } from '@/components/list/use-active-entry';
import { TRAJECTORY_FILTERS } from '@/components/trajectory-list/filters';
import { useFlags } from '@/components/trajectory-list/flags';
import { ListToolbar } from '@/components/trajectory-list/list-toolbar';
import { Preview } from '@/components/trajectory-list/preview';
import { TrajectoryFacets } from '@/components/trajectory-list/trajectory-facets';
import { TRAJECTORY_LISTS } from '@/components/trajectory-list/trajectory-lists';
import { TrajectoryTable } from '@/components/trajectory-list/trajectory-table';
import { useEntries } from '@/components/trajectory-list/use-entries';
import { useListState } from '@/components/trajectory-list/use-list-state';
import { PanelBoundary, Sheet } from '@/components/ui';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { prefetchQuery, retry, startEngine, useCorpus, type Corpus } from '@/lib/data';
import { trajectoryFirst } from '@/lib/queries/trajectories';
import { NO_TRAJECTORY_FILTER } from '@/lib/queries/trajectory-filter';
import { BY_TRAJECTORY_RELEVANCE } from '@/lib/queries/sorts';
import { trajectoryHref } from '@/lib/url';
import { ListExport } from './list-export';
import { TrajectoryListFrame } from './list-frame';

/** The list of trajectories: reads the URL and the data, and hands both to the components. */
export function TrajectoriesView() {
  useEffect(() => {
    startEngine();
  }, []);
  return (
    <PanelBoundary name="the trajectories" fallback={<TrajectoryListFrame />} onRetry={retry}>
      <Trajectories />
    </PanelBoundary>
  );
}

function Trajectories() {
  const corpus = useCorpus();
  const router = useRouter();
  const state = useListState();
  const { filter, sort, view, setView, pause } = state;
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [flaggedOnly, setFlaggedOnly] = useState(false);
  const narrow = useMediaQuery('(width < 40rem)');
  const wide = useMediaQuery('(width >= 64rem)');
  const [linked] = useState(view.row);
  const list = TRAJECTORY_LISTS.useList(corpus, filter, sort, linked);
  const flags = useFlags(corpus.baseUrl);
  const flagged = useMemo(() => new Set(flags), [flags]);
  const entries = useEntries(corpus, list.value, flaggedOnly ? flags : null);
  const active = useActiveEntry(corpus, TRAJECTORY_LISTS, {
    anchor: list.value?.anchor ?? null,
    entries,
    linked: view.row,
    onLink: useCallback((row) => void setView({ row }, { limitUrlUpdates: pause }), [setView, pause]),
  });
  const filters = useMemo(() => activeFilters(TRAJECTORY_FILTERS, filter), [filter]);
  const chips = filters.filter(({ id }) => id !== 'q');
  const key = JSON.stringify([corpus.baseUrl, filter, sort]);
  const ready = list.value !== null && !list.stale;
  useEffect(() => {
    // The first keystroke should not wait for the terms of the index; what the reader does first should not either.
    const timer = ready ? setTimeout(() => warmSearch(corpus), 1_500) : undefined;
    return () => clearTimeout(timer);
  }, [corpus, ready]);

  const href = (id: string) =>
    trajectoryHref(id, null, { corpus: state.corpusParam, list: { ...filter, sort: state.chosenSort } });
  const open = (id: string) => {
    // The way back leads to this row.
    void setView({ row: id }).then(() => router.push(href(id)));
  };
  const previewing = view.preview === 'open';
  const togglePreview = () => void setView({ preview: previewing ? null : 'open' });
  const facets = (
    <TrajectoryFacets corpus={corpus} filter={filter} ready={ready} failed={list.error !== null} edit={state.edit} />
  );
  const preview = (
    <Preview
      corpus={corpus}
      row={active.row}
      href={active.row === null ? '' : href(active.row.trajectory_id)}
      flagged={active.row !== null && flagged.has(active.row.trajectory_id)}
      onClose={wide ? togglePreview : null}
    />
  );
  return (
    <TrajectoryListFrame
      rail={
        wide ? (
          <PanelBoundary name="the facets" fallback={null} resetKey={key} onRetry={retry}>
            {facets}
          </PanelBoundary>
        ) : null
      }
      aside={
        previewing && wide ? (
          <aside
            aria-label="Preview"
            className="w-96 shrink-0 overflow-y-auto overscroll-contain border-l border-line bg-surface"
          >
            {preview}
          </aside>
        ) : null
      }
    >
      <ListToolbar
        state={state}
        count={list.value === null ? null : entries.entries.length}
        total={corpus.manifest.tables.trajectories?.rows ?? 0}
        stale={list.stale}
        narrowed={chips.length}
        onFilters={() => setFiltersOpen(true)}
        onLeaveSearch={() => document.querySelector<HTMLElement>('[data-testid=table]')?.focus()}
        onFocusSearch={() => warmSearch(corpus)}
        flags={flags.length}
        flaggedOnly={flaggedOnly}
        onFlaggedOnly={setFlaggedOnly}
        share={<ListExport corpus={corpus} state={state} entries={entries} flaggedOnly={flaggedOnly} />}
      />
      {chips.length > 0 ? (
        <div className="px-3 pb-1.5 sm:px-4">
          <FilterChips
            active={chips}
            onRemove={({ without }) => state.edit(() => without)}
            onClearAll={() => state.edit(({ q }) => ({ ...TRAJECTORY_FILTERS.none, q }))}
          />
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1 flex-col border-t border-line">
        <PanelBoundary
          name="the trajectories"
          fallback={<ListSkeleton noun="trajectories" />}
          resetKey={key}
          onRetry={retry}
        >
          <TrajectoryTable
            corpus={corpus}
            state={state}
            list={list}
            entries={entries}
            flaggedOnly={flaggedOnly}
            flagged={flagged}
            active={active}
            onOpen={open}
            onPeek={togglePreview}
            narrow={narrow}
          />
        </PanelBoundary>
      </div>
      {wide ? null : (
        <>
          <Sheet open={filtersOpen} onOpenChange={setFiltersOpen} title="Filters" side="right">
            <div className="-mx-4">{facets}</div>
          </Sheet>
          <Sheet open={previewing} onOpenChange={togglePreview} title="Preview" side="bottom">
            <div className="-mx-4">{preview}</div>
          </Sheet>
        </>
      )}
    </TrajectoryListFrame>
  );
}

/**
 * Behind everything else, a search and an order that nobody looks at: the terms of the index are loaded, its postings
 * opened, and the engine's code for both compiled, for which the first keystroke would wait a second.
 */
function warmSearch(corpus: Corpus): void {
  const filter = { ...NO_TRAJECTORY_FILTER, q: 'create user' };
  prefetchQuery(corpus, trajectoryFirst(filter, BY_TRAJECTORY_RELEVANCE));
  prefetchQuery(corpus, trajectoryFirst(NO_TRAJECTORY_FILTER, { column: 'tokens', direction: 'desc' }));
}
