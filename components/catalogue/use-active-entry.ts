'use client';

import { useCallback, useMemo, useState } from 'react';
import { apiStore, type ApiList } from './use-api-list';
import type { Corpus } from '@/lib/data';
import type { CatalogueState } from './use-catalogue-state';
import type { Entries } from './use-entries';

/** The active row, by what it is and not by where it stands: folding and loading move it, and it stays active. */
type Active = { readonly kind: 'api'; readonly no: number } | { readonly kind: 'group'; readonly key: string };

interface Chosen {
  readonly active: Active | null;
  /** What the URL's `row` was set to at the time: when it says something else, that counts. */
  readonly row: string | null;
}

/**
 * The active row of the list. A row's id is written to the URL, so that a link and the way back lead to it.
 * @returns its index (-1 for none), its row where it is loaded, and how to set it
 */
export function useActiveEntry(corpus: Corpus, list: ApiList | null, entries: Entries, state: CatalogueState) {
  const { view, setView, pause } = state;
  const [chosen, setChosen] = useState<Chosen>({ active: null, row: null });
  const store = apiStore(corpus);
  const anchor = list?.anchor ?? null;
  const { entries: numbers, groups } = entries;

  const active = useMemo<Active | null>(() => {
    if (chosen.row === view.row) return chosen.active;
    return anchor !== null && anchor.api_id === view.row ? { kind: 'api', no: anchor.api_no } : null;
  }, [chosen, view.row, anchor]);
  const index = useMemo(() => indexOf(active, numbers, groups), [active, numbers, groups]);
  const activate = useCallback(
    (next: number) => {
      const entry = numbers[next];
      if (entry === undefined) return;
      const group = entry < 0 ? groups[-1 - entry] : undefined;
      if (group !== undefined) {
        setChosen({ active: { kind: 'group', key: group.key }, row: view.row });
        return;
      }
      const row = store.get(entry)?.api_id ?? view.row;
      setChosen({ active: { kind: 'api', no: entry }, row });
      if (row !== view.row) void setView({ row }, { limitUrlUpdates: pause });
    },
    [numbers, groups, store, view.row, setView, pause],
  );
  return { index, activate, row: active?.kind === 'api' ? (store.get(active.no) ?? null) : null };
}

function indexOf(active: Active | null, entries: Int32Array, groups: Entries['groups']): number {
  if (active === null) return -1;
  if (active.kind === 'api') return entries.indexOf(active.no);
  const group = groups.findIndex(({ key }) => key === active.key);
  return group < 0 ? -1 : entries.indexOf(-1 - group);
}
