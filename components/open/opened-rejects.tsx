'use client';

import { useState } from 'react';
import { CodeBlock } from '@/components/content/code-block';
import { visibleText } from '@/components/content/visible-text';
import { Badge, Button, EmptyState } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import type { OpenedReject } from '@/lib/open/opened';

const FIRST = 100;

/** What could not be read, and what was read with something to know: file, place, reason and the raw text. */
export function OpenedRejects({ rejects }: { readonly rejects: readonly OpenedReject[] }) {
  const [limit, setLimit] = useState(FIRST);
  if (rejects.length === 0)
    return <EmptyState title="Nothing was rejected">Every record of the files could be read.</EmptyState>;
  return (
    <div className="w-full max-w-5xl px-3 pb-6">
      <ul className="divide-y divide-line">
        {rejects.slice(0, limit).map((reject, index) => (
          <li key={index} className="py-2" data-testid="reject">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
              <Badge tone={reject.severity === 'rejected' ? 'bad' : 'warn'}>{reject.reason}</Badge>
              <span className="min-w-0 font-mono text-ink-2 [overflow-wrap:anywhere]">
                {visibleText(`${reject.file} ${reject.position}`.slice(0, 300))}
              </span>
            </p>
            <p className="mt-1 text-sm [overflow-wrap:anywhere]">{visibleText(reject.message.slice(0, 600))}</p>
            {reject.raw === null ? null : (
              <details className="mt-1">
                <summary className="cursor-pointer text-xs text-ink-3">
                  Raw text, {formatCount(reject.raw.length)} characters
                </summary>
                <CodeBlock text={reject.raw} label={`Raw text of ${reject.position}`} firstLines={20} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {rejects.length > limit ? (
        <Button size="sm" className="mt-2" onClick={() => setLimit(limit + 5 * FIRST)}>
          Show more of {formatCount(rejects.length)}
        </Button>
      ) : null}
    </div>
  );
}
