'use client';

import { useMemo, useState } from 'react';
import { visibleText } from '@/components/content/visible-text';
import { Badge, Button, EmptyState } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import type { OpenedApi } from '@/lib/open/opened';

const FIRST = 200;

export interface OpenedApisProps {
  readonly apis: readonly OpenedApi[];
  /** Words that a name or description must hold. */
  readonly q: string;
}

/** APIs that the files document, and tools that their trajectories declare. */
export function OpenedApis({ apis, q }: OpenedApisProps) {
  const [limit, setLimit] = useState(FIRST);
  const found = useMemo(() => {
    const wanted = q.toLowerCase();
    return apis.filter(({ api_id, description }) => `${api_id} ${description ?? ''}`.toLowerCase().includes(wanted));
  }, [apis, q]);
  if (found.length === 0)
    return (
      <EmptyState title="No API">
        {apis.length === 0 ? 'The files document and declare no tools.' : 'None matches the search.'}
      </EmptyState>
    );
  return (
    <div className="w-full max-w-5xl px-3 pb-6">
      <ul className="divide-y divide-line">
        {found.slice(0, limit).map(({ api_id, name, description, declared }) => (
          <li key={api_id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5" data-testid="opened-api">
            <span className="font-mono text-xs font-semibold [overflow-wrap:anywhere]">
              {visibleText(name.slice(0, 200))}
            </span>
            {declared ? <Badge title="Declared by a trajectory, not documented on its own">declared</Badge> : null}
            <span className="min-w-0 flex-1 basis-80 text-xs text-ink-2 [overflow-wrap:anywhere]">
              {visibleText(description ?? '')}
            </span>
          </li>
        ))}
      </ul>
      {found.length > limit ? (
        <Button size="sm" className="mt-2" onClick={() => setLimit(limit + 5 * FIRST)}>
          Show more of {formatCount(found.length)}
        </Button>
      ) : null}
    </div>
  );
}
