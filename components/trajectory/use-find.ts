'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { findHits, type Hit } from './find-hits';
import { ALL_SHOWN, inspectorRows, type InspectorRow } from './inspector-rows';
import type { StepTree } from './step-tree';

export interface Find {
  readonly hits: readonly Hit[];
  /** Hits in what is folded or hidden. */
  readonly hidden: number;
  /** Index of the hit that the reader is at; -1 before the first. */
  readonly at: number;
  readonly hit: Hit | null;
  readonly goTo: (index: number) => void;
}

/**
 * @param rows what is shown
 * @param tree all steps
 * @param text what is looked for
 * @param isWhole nothing is folded or hidden
 */
export function useFind(rows: readonly InspectorRow[], tree: StepTree, text: string, isWhole: boolean): Find {
  const wanted = useDeferredValue(text);
  const hits = useMemo(() => findHits(rows, wanted), [rows, wanted]);
  const everywhere = useMemo(
    () => (isWhole || wanted.trim() === '' ? hits.length : findHits(inspectorRows(tree, ALL_SHOWN), wanted).length),
    [isWhole, tree, hits, wanted],
  );
  const [place, setPlace] = useState({ wanted, at: -1 });
  const at = place.wanted === wanted ? Math.min(place.at, hits.length - 1) : -1;
  return {
    hits,
    hidden: everywhere - hits.length,
    at,
    hit: hits[at] ?? null,
    goTo: (index) => setPlace({ wanted, at: index }),
  };
}
