'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { MethodBadge, Button, EmptyState, PanelBoundary, Skeleton } from '@/components/ui';
import type { ApiLinks } from '@/components/api/types';
import { visibleText } from '@/components/content/visible-text';
import { parseApiId } from '@/lib/corpus';
import { retry, useCorpus, useQuery } from '@/lib/data';
import { apiNear } from '@/lib/queries/api-near';

interface UnknownApiProps {
  readonly id: string;
  readonly links: ApiLinks;
}

/** No such API: says so, and offers those whose ids are most like it. */
export function UnknownApi({ id, links }: UnknownApiProps) {
  const { manifest } = useCorpus();
  const key = parseApiId(id);
  return (
    <EmptyState
      icon={SearchX}
      title="No API has this id"
      actions={
        <>
          {key === null ? null : (
            <Button asChild>
              <Link href={links.provider(key.provider)} prefetch={false}>
                All of {key.provider.slice(0, 40)}
              </Link>
            </Button>
          )}
          <Button asChild>
            <Link href={links.catalogue} prefetch={false}>
              Open the catalogue
            </Link>
          </Button>
        </>
      }
    >
      <div data-testid="unknown-api">
        <p>
          The corpus “{manifest.title}” holds no API with the id{' '}
          <code className="font-mono text-xs [overflow-wrap:anywhere]">{visibleText(id.slice(0, 300))}</code>. Another
          corpus or another build may.
        </p>
        <PanelBoundary
          name="near matches"
          fallback={<Skeleton className="mt-3 h-20 w-full" />}
          resetKey={id}
          onRetry={retry}
        >
          <NearMatches id={id} links={links} />
        </PanelBoundary>
      </div>
    </EmptyState>
  );
}

function NearMatches({ id, links }: UnknownApiProps) {
  const near = useQuery(apiNear(id));
  if (near.length === 0) return null;
  return (
    <>
      <p className="mt-3 mb-1 text-xs text-ink-3">Ids that are most like it:</p>
      <ul>
        {near.map((api) => (
          <li key={api.api_id}>
            <Link href={links.api(api.api_id)} prefetch={false} className="flex min-w-0 gap-2 py-0.5 hover:text-accent">
              <MethodBadge method={api.method} className="w-12 shrink-0 leading-5" />
              <span className="min-w-0 [overflow-wrap:anywhere]">{visibleText(api.api_id.slice(0, 200))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
