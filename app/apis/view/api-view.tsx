'use client';

import { Boxes } from 'lucide-react';
import Link from 'next/link';
import { ApiFacts } from '@/components/api/api-facts';
import { ApiHeading } from '@/components/api/api-header';
import { ApiBodySkeleton, ApiFactsSkeleton } from '@/components/api/skeletons';
import { PAGE } from '@/components/content/page-width';
import { useTitle } from '@/components/content/use-title';
import { Button, EmptyState, PanelBoundary } from '@/components/ui';
import { parseApiId } from '@/lib/corpus';
import { retry, useCorpus, useQuery } from '@/lib/data';
import { apiByIds } from '@/lib/queries/apis';
import { ApiBody } from './api-body';
import { ApiNeighbours } from './api-neighbours';
import { useApiPage } from './use-api-page';

/** One API: what the URL names, with each part loading and failing on its own. */
export function ApiView() {
  const { id, list, links } = useApiPage();
  useTitle(id === null ? null : (parseApiId(id)?.name ?? id));
  if (id === null) {
    return (
      <EmptyState
        icon={Boxes}
        title="No API is named"
        actions={
          <Button asChild>
            <Link href={links.catalogue} prefetch={false}>
              Open the catalogue
            </Link>
          </Button>
        }
      >
        This page shows the API whose id the address gives as <code className="font-mono text-xs">?id=</code>. There is
        none, or it is too long.
      </EmptyState>
    );
  }
  return (
    <div className={PAGE} data-testid="api-page">
      <header className="pt-3 pb-4">
        <ApiHeading id={id} links={links} neighbours={<ApiNeighbours id={id} list={list} links={links} />} />
        <PanelBoundary name="the catalogue’s numbers" fallback={<ApiFactsSkeleton />} resetKey={id} onRetry={retry}>
          <Facts id={id} />
        </PanelBoundary>
      </header>
      <PanelBoundary name="the documentation" fallback={<ApiBodySkeleton />} resetKey={id} onRetry={retry}>
        <ApiBody key={id} id={id} links={links} />
      </PanelBoundary>
    </div>
  );
}

function Facts({ id }: { readonly id: string }) {
  const { manifest } = useCorpus();
  const [api] = useQuery(apiByIds([id]));
  if (api === undefined) return null;
  return <ApiFacts api={api} source={manifest.sources.find(({ source }) => source === api.source)} />;
}
