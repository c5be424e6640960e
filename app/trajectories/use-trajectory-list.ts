'use client';

import { useQueryState, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { CorpusLinks } from '@/components/trajectory/types';
import {
  apiHref,
  compareHref,
  corpusParser,
  trajectoriesHref,
  trajectoryHref,
  trajectoryListParsers,
  trajectoryUrlKeys,
  type TrajectoryListState,
} from '@/lib/url';

/** The list that the URL describes, the links that keep it, and how to change it. */
export function useTrajectoryList() {
  const [corpus] = useQueryState('corpus', corpusParser);
  const [list, setList] = useQueryStates(trajectoryListParsers, { urlKeys: trajectoryUrlKeys });
  const links = useMemo(
    (): CorpusLinks => ({
      trajectory: (id, at = null) => trajectoryHref(id, at, { corpus, list }),
      compare: (id, other) => compareHref(id, other, { corpus, list }),
      api: (id) => apiHref(id, { corpus }),
      source: (source) => trajectoriesHref({ corpus, list: { sources: [source] } }),
      list: trajectoriesHref({ corpus, list }),
    }),
    [corpus, list],
  );
  const state: TrajectoryListState = list;
  return { list: state, setList, links };
}
