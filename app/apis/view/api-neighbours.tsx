'use client';

import { useRouter } from 'next/navigation';
import { Suspense } from 'react';
import type { ApiLinks } from '@/components/api/types';
import { NeighboursBar } from '@/components/content/neighbours-bar';
import { useKeys } from '@/components/content/use-keys';
import { useLater } from '@/components/content/use-later';
import { ErrorBoundary } from '@/components/ui';
import { prefetchQuery, useCorpus } from '@/lib/data';
import { apiDoc } from '@/lib/queries/api-record';
import { apiNeighbours } from '@/lib/queries/apis';
import { effectiveSort, filterOf, type ApiListState } from '@/lib/url';

interface ApiNeighboursProps {
  readonly id: string;
  readonly list: ApiListState;
  readonly links: ApiLinks;
}

/** Previous and next within the catalogue's list. It loads behind the page, and its failure leaves the page as it is. */
export function ApiNeighbours(props: ApiNeighboursProps) {
  return (
    <ErrorBoundary name="the neighbours" resetKey={props.id}>
      <Suspense fallback={<Bar {...props} position={null} total={null} previous={null} next={null} />}>
        <LoadedNeighbours {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function LoadedNeighbours({ id, list, links }: ApiNeighboursProps) {
  const corpus = useCorpus();
  const router = useRouter();
  const later = useLater(apiNeighbours(id, filterOf(list), effectiveSort(list)), 'api-neighbours');
  const found = later.state === 'ready' ? later.rows[0] : undefined;
  const previous = found?.previous_id ?? null;
  const next = found?.next_id ?? null;
  const go = (to: string | null) => () => {
    if (to !== null) router.push(links.api(to));
  };
  useKeys({ n: go(next), ']': go(next), p: go(previous), '[': go(previous) });
  return (
    <Bar
      links={links}
      position={found?.position ?? null}
      total={found?.apis ?? null}
      previous={previous}
      next={next}
      placeholder={later.state === 'loading' ? '…' : later.state === 'failed' ? 'position unknown' : 'not in this list'}
      onApproach={(which) => {
        const to = which === 'next' ? next : previous;
        if (to !== null) prefetchQuery(corpus, apiDoc(to));
      }}
    />
  );
}

interface BarProps {
  readonly links: ApiLinks;
  readonly position: number | null;
  readonly total: number | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly placeholder?: string;
  readonly onApproach?: (which: 'previous' | 'next') => void;
}

function Bar({ links, previous, next, ...rest }: BarProps) {
  return (
    <NeighboursBar
      position={rest.position}
      total={rest.total}
      placeholder={rest.placeholder}
      {...(rest.onApproach ? { onApproach: rest.onApproach } : {})}
      previous={previous === null ? null : links.api(previous)}
      next={next === null ? null : links.api(next)}
      listHref={links.catalogue}
      listLabel="Back to the list in the catalogue"
    />
  );
}
