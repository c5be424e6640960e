import Link from 'next/link';
import { visibleText } from '@/components/content/visible-text';
import { Badge } from '@/components/ui';
import type { QueryRow } from '@/lib/corpus';
import { formatPlural } from '@/lib/format/numbers';
import type { comparableTrajectories } from '@/lib/queries/trajectory-compare';

export interface CompareChoiceProps {
  readonly found: readonly QueryRow<ReturnType<typeof comparableTrajectories>>[];
  /** Link to the comparison with another trajectory. */
  readonly hrefOf: (id: string) => string;
}

/** Trajectories to compare with: those of the same task first. */
export function CompareChoice({ found, hrefOf }: CompareChoiceProps) {
  if (found.length === 0)
    return (
      <p className="text-sm text-ink-3">
        No other trajectory of this corpus has the same task or source. An address with{' '}
        <code className="font-mono text-xs">b=</code> and an id compares with any other.
      </p>
    );
  return (
    <ul className="border-t border-line text-sm" data-testid="compare-choice">
      {found.map((row) => (
        <li key={row.trajectory_id} className="border-b border-line">
          <Link
            href={hrefOf(row.trajectory_id)}
            prefetch={false}
            className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 px-1 py-1.5 hover:bg-hover"
          >
            <span className="min-w-0 flex-1 basis-60 truncate">
              {visibleText((row.task ?? row.trajectory_id).slice(0, 300))}
            </span>
            {row.same_task ? <Badge tone="accent">same task</Badge> : null}
            <span className="max-w-40 truncate text-xs text-ink-2">{visibleText((row.model ?? '').slice(0, 100))}</span>
            <span className="max-w-32 truncate text-xs text-ink-3">
              {visibleText((row.outcome ?? '').slice(0, 60))}
            </span>
            <span className="tabular text-xs text-ink-3">{formatPlural(row.n_steps, 'step')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
