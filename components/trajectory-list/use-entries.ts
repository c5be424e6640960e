'use client';

import { useMemo } from 'react';
import type { Entries } from '@/components/list/row-list';
import { useLatest } from '@/components/list/use-latest';
import { runQuery, type Corpus } from '@/lib/data';
import { trajectoriesByIds } from '@/lib/queries/trajectories';
import type { TrajectoryList } from './trajectory-lists';

const NO_GROUPS: Entries['groups'] = [];
const EMPTY = new Int32Array();

/**
 * What the table lists: the order as it is, or those of it that are flagged.
 * @param flags trajectory_ids; null for the whole order
 */
export function useEntries(corpus: Corpus, list: TrajectoryList | null, flags: readonly string[] | null): Entries {
  const key = flags === null || flags.length === 0 ? null : JSON.stringify([corpus.baseUrl, flags]);
  const numbers = useLatest(key, async (signal) => {
    const rows = await runQuery(corpus, trajectoriesByIds(flags ?? []), { signal });
    return new Set(rows.map((row) => row.trajectory_no));
  });
  const order = list?.order ?? EMPTY;
  const chosen = flags === null ? null : flags.length === 0 ? EMPTY_SET : numbers.value;
  return useMemo(
    () => ({
      entries: flags === null ? order : order.filter((no) => chosen?.has(no) === true),
      groups: NO_GROUPS,
      grouped: false,
    }),
    [order, flags, chosen],
  );
}

const EMPTY_SET: ReadonlySet<number> = new Set();
