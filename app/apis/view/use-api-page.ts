'use client';

import { useQueryState, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { ApiLinks } from '@/components/api/types';
import {
  apiHref,
  apiListParsers,
  apisHref,
  apiUrlKeys,
  corpusParser,
  idParser,
  trajectoryHref,
  type ApiListState,
} from '@/lib/url';

/** What the URL says: which API, and the catalogue's list that it was opened from. */
export function useApiPage(): { readonly id: string | null; readonly list: ApiListState; readonly links: ApiLinks } {
  const [id] = useQueryState('id', idParser);
  const [corpus] = useQueryState('corpus', corpusParser);
  const [list] = useQueryStates(apiListParsers, { urlKeys: apiUrlKeys });
  const links = useMemo((): ApiLinks => {
    return {
      api: (other) => apiHref(other, { corpus, list }),
      trajectory: (trajectory, step) => trajectoryHref(trajectory, step ?? null, { corpus }),
      provider: (provider) => apisHref({ corpus, list: { providers: [provider] } }),
      tool: (provider, tool) => apisHref({ corpus, list: { providers: [provider], tools: [tool] } }),
      catalogue: apisHref({ corpus, list }, id),
    };
  }, [id, corpus, list]);
  return { id, list, links };
}
