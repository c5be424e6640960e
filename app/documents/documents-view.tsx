'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { DocumentFacets } from '@/components/document-list/document-facets';
import { DOCUMENT_LISTS } from '@/components/document-list/document-lists';
import { DocumentTable } from '@/components/document-list/document-table';
import { DOCUMENT_FILTERS } from '@/components/document-list/filters';
import { ListToolbar } from '@/components/document-list/list-toolbar';
import { Preview } from '@/components/document-list/preview';
import { useListState } from '@/components/document-list/use-list-state';
import { activeFilters } from '@/components/list/filter-model';
import { FilterChips } from '@/components/list/filter-chips';
import { ListSkeleton } from '@/components/list/list-skeleton';
import type { Entries } from '@/components/list/row-list';
import { useActiveEntry } from '@/components/list/use-active-entry';
import { PanelBoundary, Sheet } from '@/components/ui';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { retry, startEngine, useCorpus } from '@/lib/data';
import { documentHref } from '@/lib/url';
import { ListExport } from './list-export';
import { DocumentListFrame } from './list-frame';

/** The list of documents: reads the URL and the data, and hands both to the components. */
export function DocumentsView() {
  useEffect(() => {
    startEngine();
  }, []);
  return (
    <PanelBoundary name="the documents" fallback={<DocumentListFrame />} onRetry={retry}>
      <Documents />
    </PanelBoundary>
  );
}

const NONE = new Int32Array();

function Documents() {
  const corpus = useCorpus();
  const router = useRouter();
  const state = useListState();
  const { filter, sort, view, setView, pause } = state;
  const [filtersOpen, setFiltersOpen] = useState(false);
  const narrow = useMediaQuery('(width < 40rem)');
  const wide = useMediaQuery('(width >= 64rem)');
  const [linked] = useState(view.row);
  const list = DOCUMENT_LISTS.useList(corpus, filter, sort, linked);
  const order = list.value?.order ?? NONE;
  const entries: Entries = useMemo(() => ({ entries: order, groups: [], grouped: false }), [order]);
  const active = useActiveEntry(corpus, DOCUMENT_LISTS, {
    anchor: list.value?.anchor ?? null,
    entries,
    linked: view.row,
    onLink: useCallback((row) => void setView({ row }, { limitUrlUpdates: pause }), [setView, pause]),
  });
  const filters = useMemo(() => activeFilters(DOCUMENT_FILTERS, filter), [filter]);
  const chips = filters.filter(({ id }) => id !== 'q');
  const key = JSON.stringify([corpus.baseUrl, filter, sort]);
  const ready = list.value !== null && !list.stale;
  const href = (id: string) =>
    documentHref(id, { corpus: state.corpusParam, list: { ...filter, sort: state.chosenSort } });
  const open = (id: string) => {
    // The way back leads to this row.
    void setView({ row: id }).then(() => router.push(href(id)));
  };
  const previewing = view.preview === 'open';
  const togglePreview = () => void setView({ preview: previewing ? null : 'open' });
  const facets = (
    <DocumentFacets corpus={corpus} filter={filter} ready={ready} failed={list.error !== null} edit={state.edit} />
  );
  const preview = (
    <Preview
      corpus={corpus}
      row={active.row}
      href={active.row === null ? '' : href(active.row.document_id)}
      onClose={wide ? togglePreview : null}
    />
  );
  return (
    <DocumentListFrame
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
        count={list.value === null ? null : order.length}
        total={corpus.manifest.tables.documents?.rows ?? 0}
        stale={list.stale}
        narrowed={chips.length}
        onFilters={() => setFiltersOpen(true)}
        onLeaveSearch={() => document.querySelector<HTMLElement>('[data-testid=table]')?.focus()}
        share={<ListExport corpus={corpus} state={state} count={order.length} />}
      />
      {chips.length > 0 ? (
        <div className="px-3 pb-1.5 sm:px-4">
          <FilterChips
            active={chips}
            onRemove={({ without }) => state.edit(() => without)}
            onClearAll={() => state.edit(({ q }) => ({ ...DOCUMENT_FILTERS.none, q }))}
          />
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1 flex-col border-t border-line">
        <PanelBoundary name="the documents" fallback={<ListSkeleton noun="documents" />} resetKey={key} onRetry={retry}>
          <DocumentTable {...{ corpus, state, list, entries, active, narrow }} onOpen={open} onPeek={togglePreview} />
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
    </DocumentListFrame>
  );
}
