'use client';

import Link from 'next/link';
import { visibleText } from '@/components/content/visible-text';
import { Badge } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import type { ApiCall, ApiLinks } from './types';

export interface CallsListProps {
  readonly calls: readonly ApiCall[];
  readonly links: ApiLinks;
}

/** Calls to an API in trajectories; each opens the step that makes it. */
export function CallsList({ calls, links }: CallsListProps) {
  const found = calls[0]?.n_found ?? 0;
  return (
    <>
      <ul data-testid="api-calls">
        {calls.map((call) => (
          <li key={`${call.trajectory_id} ${call.step} ${call.call}`} className="border-b border-line last:border-0">
            <Link
              href={links.trajectory(call.trajectory_id, call.step)}
              prefetch={false}
              className="group block px-1 py-1.5 hover:bg-hover"
            >
              <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
                <span className="min-w-0 flex-1 basis-48 truncate group-hover:text-accent">
                  {visibleText(call.task ?? call.trajectory_id).slice(0, 300)}
                </span>
                <CallMarks call={call} />
                <span className="tabular shrink-0 text-xs text-ink-3">step {call.step}</span>
              </span>
              <span className="block truncate font-mono text-2xs text-ink-3">
                {visibleText(call.trajectory_id.slice(0, 200))}
                {call.argument_names.length > 0
                  ? ` · ${visibleText(call.argument_names.slice(0, 12).join(', ').slice(0, 200))}`
                  : ''}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {found > calls.length ? (
        <p className="pt-2 text-xs text-ink-3">
          The first {formatCount(calls.length)} of {formatCount(found)} calls are listed.
        </p>
      ) : null}
    </>
  );
}

function CallMarks({ call }: { readonly call: ApiCall }) {
  return (
    <>
      {call.kind === 'documented' ? (
        <Badge title="Assembled from the documentation’s own examples">from documentation</Badge>
      ) : null}
      {call.is_error ? <Badge tone="bad">error</Badge> : null}
      {call.problems.slice(0, 3).map((problem) => (
        <Badge key={problem} tone="warn">
          {visibleText(problem.slice(0, 32))}
        </Badge>
      ))}
    </>
  );
}
