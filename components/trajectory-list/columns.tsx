/** The columns of the trajectory list. */
import { visibleText } from '@/components/content/visible-text';
import type { TableColumn } from '@/components/table/types';
import { Badge } from '@/components/ui';
import { tables } from '@/lib/corpus';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import type { TrajectoryColumn } from '@/lib/queries/trajectory-filter';
import type { TrajectoryRow } from './types';

/** What all cells share. */
export interface TrajectoryContext {
  readonly href: (id: string) => string;
  /** Sources whose trajectories were assembled from documentation (corpus.json sources[].constructed). */
  readonly constructed: ReadonlySet<string>;
}

type Column = TableColumn<TrajectoryRow, TrajectoryContext> & { readonly id: TrajectoryColumn };
type Count = 'n_steps' | 'n_calls' | 'n_errors' | 'n_invalid' | 'tokens';

const doc = tables.trajectories.columns;

function count(id: Count, label: string, width: number): Column {
  const warns = id === 'n_errors' || id === 'n_invalid';
  return {
    id,
    label,
    help: doc[id].doc,
    width,
    align: 'right',
    sortable: true,
    firstSort: 'desc',
    render: (row) => (
      <span className={row[id] === 0 ? 'text-ink-3' : warns ? 'text-bad' : undefined}>{formatCount(row[id])}</span>
    ),
  };
}

export const TRAJECTORY_TABLE_COLUMNS: readonly Column[] = [
  {
    id: 'task',
    label: 'Task',
    help: doc.task.doc,
    width: 420,
    minWidth: 160,
    grow: 4,
    sortable: true,
    pinned: true,
    render: (row, { href }) => (
      <a
        href={href(row.trajectory_id)}
        tabIndex={-1}
        title={row.trajectory_id}
        className="truncate font-medium hover:text-accent hover:underline"
      >
        {titleOf(row)}
      </a>
    ),
  },
  {
    id: 'source',
    label: 'Source',
    help: doc.source.doc,
    width: 250,
    sortable: true,
    render: (row, context) => <SourceCell row={row} context={context} />,
  },
  {
    id: 'kind',
    label: 'Kind',
    help: doc.kind.doc,
    width: 104,
    sortable: true,
    render: (row) => <span className="truncate text-ink-2">{row.kind}</span>,
  },
  {
    id: 'domain',
    label: 'Domain',
    help: doc.domain.doc,
    width: 130,
    grow: 1,
    sortable: true,
    render: (row) => <span className="truncate text-ink-2">{visibleText((row.domain ?? '').slice(0, 80))}</span>,
  },
  count('n_steps', 'Steps', 62),
  count('n_calls', 'Calls', 60),
  count('n_errors', 'Errors', 64),
  count('tokens', 'Tokens', 76),
];

export const SHOWN_COLUMNS = TRAJECTORY_TABLE_COLUMNS.map(({ id }) => id);

/** A row on a narrow screen: the task, then where it is from and what it holds. */
export function compactTrajectory(row: TrajectoryRow, context: TrajectoryContext) {
  return (
    <a
      href={context.href(row.trajectory_id)}
      tabIndex={-1}
      className="flex h-full min-w-0 flex-1 flex-col justify-center gap-0.5 px-3"
    >
      <span className="truncate font-medium">{titleOf(row)}</span>
      <span className="tabular flex min-w-0 items-center gap-2 text-xs text-ink-3">
        <SourceCell row={row} context={context} />
        <span className="ml-auto shrink-0">
          {formatPlural(row.n_steps, 'step')} · {formatCount(row.tokens)} tok
        </span>
        {row.n_errors > 0 ? <Badge tone="bad">{formatPlural(row.n_errors, 'error')}</Badge> : null}
      </span>
    </a>
  );
}

function titleOf({ task, trajectory_id: id }: TrajectoryRow): string {
  return visibleText((task === null || task.trim() === '' ? id : task).slice(0, 300));
}

function SourceCell({ row, context }: { readonly row: TrajectoryRow; readonly context: TrajectoryContext }) {
  const isConstructed = context.constructed.has(row.source);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate text-ink-2" title={row.source}>
        {row.source}
      </span>
      {isConstructed ? <Badge title="Assembled from documentation; no one ran it">from documentation</Badge> : null}
    </span>
  );
}
