'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { RowStore } from '@/components/table/row-store';
import type { ItemSource, TableItem } from '@/components/table/types';
import { runQuery, useCorpus, type Corpus } from '@/lib/data';
import { trajectoryRows } from '@/lib/queries/trajectories';
import type { TrajectoryRow } from './types';

type Store = RowStore<string, TrajectoryRow>;

/** One corpus at a time: what was read of it outlives the page, so that coming back costs nothing. */
let kept: { readonly baseUrl: string; readonly store: Store } | null = null;

function storeOf(corpus: Corpus): Store {
  if (kept?.baseUrl !== corpus.baseUrl) {
    const store: Store = new RowStore({
      load: (ids, signal) => runQuery(corpus, trajectoryRows(ids), { signal }),
      keyOf: (row) => row.trajectory_id,
    });
    kept = { baseUrl: corpus.baseUrl, store };
  }
  return kept.store;
}

const items = new WeakMap<TrajectoryRow, TableItem<TrajectoryRow>>();

function itemOf(row: TrajectoryRow): TableItem<TrajectoryRow> {
  const known = items.get(row);
  if (known !== undefined) return known;
  const item = { kind: 'row', key: row.trajectory_id, row, depth: 0 } as const;
  items.set(row, item);
  return item;
}

/**
 * The rows of a list as the table wants them, read as they come into view.
 * @param ids trajectory_ids, in order
 */
export function useTrajectorySource(ids: readonly string[]): {
  readonly source: ItemSource<TrajectoryRow>;
  readonly store: Store;
} {
  const store = storeOf(useCorpus());
  const rows = useSyncExternalStore(store.subscribe, store.current, store.current);
  const source = useMemo(
    (): ItemSource<TrajectoryRow> => ({
      count: ids.length,
      get: (index) => {
        const row = rows.get(ids[index] ?? '');
        return row === undefined ? undefined : itemOf(row);
      },
      show: (from, to) => store.show(ids, from, to),
    }),
    [store, rows, ids],
  );
  return { source, store };
}
