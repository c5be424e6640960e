'use client';

import { useRouter } from 'next/navigation';
import { Suspense } from 'react';
import { NeighboursBar } from '@/components/content/neighbours-bar';
import { useKeys } from '@/components/content/use-keys';
import { ErrorBoundary } from '@/components/ui';
import { useQuery } from '@/lib/data';
import { documentNeighbours } from '@/lib/queries/documents';
import { documentFilterOf, effectiveDocumentSort, type DocumentListState } from '@/lib/url';

export interface DocumentNeighboursProps {
  readonly id: string;
  readonly list: DocumentListState;
  readonly listHref: string;
  /** Link to another document that keeps the list. */
  readonly hrefOf: (id: string) => string;
}

/** Previous and next within the list. It loads behind the page, and its failure leaves the page as it is. */
export function DocumentNeighbours(props: DocumentNeighboursProps) {
  return (
    <ErrorBoundary name="the neighbours" resetKey={props.id}>
      <Suspense fallback={null}>
        <LoadedNeighbours {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function LoadedNeighbours({ id, list, listHref, hrefOf }: DocumentNeighboursProps) {
  const router = useRouter();
  const [found] = useQuery(documentNeighbours(id, documentFilterOf(list), effectiveDocumentSort(list)));
  const linkOf = (to: string | null | undefined) => (to === null || to === undefined ? null : hrefOf(to));
  const [previous, next] = [linkOf(found?.previous_id), linkOf(found?.next_id)];
  const go = (href: string | null) => () => {
    if (href !== null) router.push(href);
  };
  useKeys({ n: go(next), ']': go(next), p: go(previous), '[': go(previous) });
  return (
    <NeighboursBar
      position={found?.position ?? null}
      total={found?.documents ?? null}
      previous={previous}
      next={next}
      placeholder="not in this list"
      listHref={listHref}
      listLabel="Back to the list"
    />
  );
}
