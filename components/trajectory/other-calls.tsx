'use client';

import Link from 'next/link';
import { use } from 'react';
import { visibleText } from '@/components/content/visible-text';
import { Badge } from '@/components/ui';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import { placeOf } from '@/lib/url';
import { useShared } from './shared';
import type { OtherCall, StepCall, StepRow } from './types';

/** Listed at most; the API's own page has more. */
const MOST = 12;

export interface OtherCallsProps {
  readonly apiId: string;
  /** The call that is looked at, which is left out. */
  readonly step: StepRow;
  readonly call: StepCall;
  readonly read: (apiId: string) => Promise<readonly OtherCall[]>;
}

/** Calls to the same API, here and in other trajectories: those of this one first, then those with problems. */
export function OtherCalls({ apiId, step, call, read }: OtherCallsProps) {
  const { links } = useShared();
  const found = use(read(apiId));
  const total = Math.max(0, (found[0]?.n_found ?? 0) - 1);
  const others = found.filter(
    (other) => !(other.trajectory_id === step.trajectory_id && other.step === step.step && other.call === call.call),
  );
  const here = (other: OtherCall) => (other.trajectory_id === step.trajectory_id ? 0 : 1);
  const shown = others
    .toSorted((a, b) => here(a) - here(b) || Number(b.problems.length > 0) - Number(a.problems.length > 0))
    .slice(0, MOST);
  if (shown.length === 0) return <p className="text-xs text-ink-3">There is no other call to it in this corpus.</p>;
  return (
    <>
      <ul className="text-xs" data-testid="other-calls">
        {shown.map((other) => (
          <li key={`${other.trajectory_id} ${other.step} ${other.call}`} className="border-b border-line last:border-0">
            <Link
              href={links.trajectory(other.trajectory_id, placeOf(other.step, other.call))}
              prefetch={false}
              className="flex min-w-0 flex-wrap items-center gap-x-2 py-1 hover:bg-hover"
            >
              <span className="min-w-0 flex-1 basis-40 truncate">
                {other.trajectory_id === step.trajectory_id
                  ? 'this trajectory'
                  : visibleText((other.task ?? other.trajectory_id).slice(0, 200))}
              </span>
              {other.is_error ? <Badge tone="bad">error</Badge> : null}
              {other.problems.slice(0, 2).map((problem) => (
                <Badge key={problem} tone="warn">
                  {visibleText(problem.slice(0, 32))}
                </Badge>
              ))}
              <span className="tabular text-ink-3">step {other.step}</span>
            </Link>
          </li>
        ))}
      </ul>
      {total > shown.length ? (
        <p className="tabular pt-1.5 text-xs text-ink-3">
          {formatCount(shown.length)} of {formatPlural(total, 'other call')}.{' '}
          <Link href={`${links.api(apiId)}#calls`} prefetch={false} className="text-accent underline">
            More on the API’s page
          </Link>
        </p>
      ) : null}
    </>
  );
}
