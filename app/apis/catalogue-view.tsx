'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ApiTable } from '@/components/catalogue/api-table';
import { CatalogueFacets } from '@/components/catalogue/catalogue-facets';
import { CatalogueToolbar } from '@/components/catalogue/catalogue-toolbar';
import { EXPORT_FORMATS } from '@/components/catalogue/export-formats';
import { API_FILTERS } from '@/components/catalogue/facets';
import { API_LISTS } from '@/components/catalogue/use-api-list';
import { useCatalogueState } from '@/components/catalogue/use-catalogue-state';
import { useEntries } from '@/components/catalogue/use-entries';
import { exportFileName } from '@/components/list/export-file';
import { ExportMenu } from '@/components/list/export-menu';
import { activeFilters } from '@/components/list/filter-model';
import { FilterChips } from '@/components/list/filter-chips';
import { ListSkeleton } from '@/components/list/list-skeleton';
import { useActiveEntry } from '@/components/list/use-active-entry';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { Sheet } from '@/components/ui/dialog';
import { PanelBoundary } from '@/components/ui/panel-boundary';
import { exportSelection, retry, runColumn, startEngine, useCorpus, type Corpus } from '@/lib/data';
import { NO_FILTER } from '@/lib/queries/api-filter';
import { BY_RELEVANCE } from '@/lib/queries/sorts';
import { apiOrder } from '@/lib/queries/apis';
import { exportRows } from '@/lib/queries/export-rows';
import { apiHref } from '@/lib/url';
import { CatalogueFrame } from './catalogue-frame';

/** The API catalogue: reads the URL and the data, and hands both to the components. */
export function CatalogueView() {
  useEffect(() => {
    startEngine();
  }, []);
  return (
    <PanelBoundary name="the catalogue" fallback={<CatalogueFrame />} onRetry={retry}>
      <Catalogue />
    </PanelBoundary>
  );
}

function Catalogue() {
  const corpus = useCorpus();
  const router = useRouter();
  const state = useCatalogueState();
  const { filter, sort, view } = state;
  const [filtersOpen, setFiltersOpen] = useState(false);
  const narrow = useMediaQuery('(width < 40rem)');
  const wide = useMediaQuery('(width >= 64rem)');
  const [linked] = useState(view.row);
  const list = API_LISTS.useList(corpus, filter, sort, linked);
  const entries = useEntries(corpus, list.value, view.group !== null, view.fold);
  const { setView, pause } = state;
  const active = useActiveEntry(corpus, API_LISTS, {
    anchor: list.value?.anchor ?? null,
    entries,
    linked: view.row,
    onLink: useCallback((row) => void setView({ row }, { limitUrlUpdates: pause }), [setView, pause]),
  });
  const filters = useMemo(() => activeFilters(API_FILTERS, filter), [filter]);
  const key = JSON.stringify([corpus.baseUrl, filter, sort]);
  const total = corpus.manifest.tables.apis?.rows ?? 0;
  const count = list.value?.order.length ?? null;
  const ready = list.value !== null && !list.stale;
  useEffect(() => {
    // The first keystroke should not wait for the search index; what the reader does first should not either.
    const timer = ready ? setTimeout(() => warmSearch(corpus), 1_500) : undefined;
    return () => clearTimeout(timer);
  }, [corpus, ready]);
  const chips = filters.filter(({ id }) => id !== 'q');

  const open = (apiId: string) => {
    const href = apiHref(apiId, { corpus: state.corpusParam, list: { ...filter, sort: state.chosenSort } });
    // The way back leads to this row.
    void state.setView({ row: apiId }).then(() => router.push(href));
  };
  const facets = (
    <CatalogueFacets corpus={corpus} filter={filter} ready={ready} failed={list.error !== null} edit={state.edit} />
  );
  return (
    <CatalogueFrame
      rail={
        wide ? (
          <PanelBoundary name="the facets" fallback={null} resetKey={key} onRetry={retry}>
            {facets}
          </PanelBoundary>
        ) : null
      }
    >
      <CatalogueToolbar
        state={state}
        count={count}
        total={total}
        stale={list.stale}
        narrowed={chips.length}
        onFilters={() => setFiltersOpen(true)}
        onLeaveSearch={() => document.querySelector<HTMLElement>('[data-testid=table]')?.focus()}
        onFocusSearch={() => warmSearch(corpus)}
        share={
          <ExportMenu
            nouns={API_FILTERS.nouns}
            formats={EXPORT_FORMATS}
            count={count ?? 0}
            fileName={(format) => exportFileName(corpus.name, API_FILTERS, filter, format)}
            onExport={(format, options) => exportSelection(corpus, exportRows(filter, sort, []), format, options)}
          />
        }
      />
      {chips.length > 0 ? (
        <div className="px-3 pb-1.5 sm:px-4">
          <FilterChips
            active={chips}
            onRemove={({ without }) => state.edit(() => without)}
            onClearAll={() => state.edit(({ q }) => ({ ...API_FILTERS.none, q }))}
          />
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1 flex-col border-t border-line">
        <PanelBoundary name="the APIs" fallback={<ListSkeleton noun="APIs" />} resetKey={key} onRetry={retry}>
          <ApiTable
            corpus={corpus}
            state={state}
            list={list}
            entries={entries}
            active={active}
            onOpen={open}
            narrow={narrow}
          />
        </PanelBoundary>
      </div>
      {wide ? null : (
        <Sheet open={filtersOpen} onOpenChange={setFiltersOpen} title="Filters" side="right">
          <div className="-mx-4">{facets}</div>
        </Sheet>
      )}
    </CatalogueFrame>
  );
}

/**
 * Behind everything else, a search that nobody looks at: the index is loaded for it, and the engine's code for searches
 * compiled, for which the first keystroke would wait most of a second.
 */
function warmSearch(corpus: Corpus): void {
  if (warm.has(corpus)) return;
  warm.add(corpus);
  const order = apiOrder({ ...NO_FILTER, q: 'create user' }, BY_RELEVANCE);
  runColumn(corpus, order, { background: true }).catch(() => {});
}

const warm = new WeakSet<Corpus>();
