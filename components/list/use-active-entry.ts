'use client';

import { useCallback, useMemo, useState } from 'react';
import type { Corpus } from '@/lib/data';
import type { Entries, RowLists } from './row-list';

/** The active row, by what it is and not by where it stands: folding and loading move it, and it stays active. */
type Active = { readonly kind: 'row'; readonly no: number } | { readonly kind: 'group'; readonly key: string };

interface Chosen {
  readonly active: Active | null;
  /** What the URL's `row` was set to at the time: when it says something else, that counts. */
  readonly row: string | null;
}

export interface ActiveOptions<Row> {
  /** The row that the link points at, where it exists. */
  readonly anchor: Row | null;
  readonly entries: Entries;
  /** Id of the active row in the URL. */
  readonly linked: string | null;
  /** Writes it to the URL. */
  readonly onLink: (id: string | null) => void;
}

/**
 * The active row of a list. A row's id is written to the URL, so that a link and the way back lead to it.
 * @returns its index (-1 for none), its row where it is loaded, and how to set it
 */
export function useActiveEntry<Row extends object, Filter, Sort>(
  corpus: Corpus,
  lists: RowLists<Row, Filter, Sort>,
  { anchor, entries: { entries, groups }, linked, onLink }: ActiveOptions<Row>,
) {
  const [chosen, setChosen] = useState<Chosen>({ active: null, row: null });
  const store = lists.store(corpus);
  const { idOf, numberOf } = lists.queries;

  const active = useMemo<Active | null>(() => {
    if (chosen.row === linked) return chosen.active;
    return anchor !== null && idOf(anchor) === linked ? { kind: 'row', no: numberOf(anchor) } : null;
  }, [chosen, linked, anchor, idOf, numberOf]);
  const index = useMemo(() => indexOf(active, entries, groups), [active, entries, groups]);
  const activate = useCallback(
    (next: number) => {
      const entry = entries[next];
      if (entry === undefined) return;
      const group = entry < 0 ? groups[-1 - entry] : undefined;
      if (group !== undefined) {
        setChosen({ active: { kind: 'group', key: group.key }, row: linked });
        return;
      }
      // Which row stands there is not known yet; it soon is.
      if (entry < 0) return lists.readRest(corpus);
      const found = store.get(entry);
      const row = found === undefined ? linked : idOf(found);
      setChosen({ active: { kind: 'row', no: entry }, row });
      if (row !== linked) onLink(row);
    },
    [corpus, lists, entries, groups, store, linked, onLink, idOf],
  );
  return { index, activate, row: active?.kind === 'row' ? (store.get(active.no) ?? null) : null };
}

function indexOf(active: Active | null, entries: Int32Array, groups: Entries['groups']): number {
  if (active === null) return -1;
  if (active.kind === 'row') return entries.indexOf(active.no);
  const group = groups.findIndex(({ key }) => key === active.key);
  return group < 0 ? -1 : entries.indexOf(-1 - group);
}
