/** The columns of the list of trajectories: one declaration for header, menu, sorting, cells and the names in the URL. */
import { Flag } from 'lucide-react';
import { visibleText } from '@/components/content/visible-text';
import { Highlighted } from '@/components/list/highlighted';
import type { TableColumn } from '@/components/table/types';
import { Badge, cx } from '@/components/ui';
import { PROBLEMS } from '@/lib/audit/problems';
import { tables } from '@/lib/corpus';
import { formatCount, formatPlural } from '@/lib/format/numbers';
import type { TrajectoryColumn } from '@/lib/queries/trajectory-filter';
import type { TrajectoryRow } from './trajectory-lists';

/** What all cells share. */
export interface TrajectoryContext {
  /** Terms of the search, for highlighting; empty for none. */
  readonly terms: readonly string[];
  readonly href: (id: string) => string;
  /** Sources whose trajectories were assembled from documentation (corpus.json sources[].constructed). */
  readonly constructed: ReadonlySet<string>;
  readonly flagged: ReadonlySet<string>;
}

type Column = TableColumn<TrajectoryRow, TrajectoryContext> & { readonly id: TrajectoryColumn };
type Text = 'kind' | 'domain' | 'model' | 'format' | 'trajectory_id' | 'parent_id' | 'source_record';
type Count =
  | 'n_steps'
  | 'n_calls'
  | 'n_apis'
  | 'n_declared'
  | 'n_branches'
  | 'n_errors'
  | 'n_invalid'
  | 'tokens'
  | `tokens_${'system' | 'user' | 'assistant' | 'reasoning' | 'calls' | 'observations'}`;

const doc = tables.trajectories.columns;
const MONO: ReadonlySet<Text> = new Set(['trajectory_id', 'parent_id', 'source_record']);

function text(id: Text, label: string, width: number): Column {
  return {
    id,
    label,
    help: doc[id].doc,
    width,
    sortable: true,
    render: (row) => (
      <span className={cx('truncate text-ink-2', MONO.has(id) && 'font-mono text-xs')} title={row[id] ?? undefined}>
        {visibleText((row[id] ?? '').slice(0, 200))}
      </span>
    ),
  };
}

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
    render: (row) => {
      const value = row[id];
      if (value === null) return null;
      return <span className={value === 0 ? 'text-ink-3' : warns ? 'text-bad' : undefined}>{formatCount(value)}</span>;
    },
  };
}

const outcomeTone: Readonly<Record<string, string>> = { success: 'text-good', failure: 'text-bad' };

export const TRAJECTORY_TABLE_COLUMNS: readonly Column[] = [
  {
    id: 'task',
    label: 'Task',
    help: doc.task.doc,
    width: 380,
    minWidth: 160,
    grow: 4,
    sortable: true,
    pinned: true,
    render: (row, context) => <TaskCell row={row} context={context} />,
  },
  {
    id: 'source',
    label: 'Source',
    help: doc.source.doc,
    width: 190,
    sortable: true,
    render: (row, context) => <SourceCell row={row} context={context} />,
  },
  text('kind', 'Kind', 96),
  text('domain', 'Domain', 120),
  text('model', 'Model', 120),
  {
    id: 'outcome',
    label: 'Outcome',
    help: doc.outcome.doc,
    width: 84,
    sortable: true,
    render: ({ outcome }) => (
      <span className={cx('truncate', outcomeTone[outcome ?? ''] ?? 'text-ink-2')} title={outcome ?? undefined}>
        {visibleText((outcome ?? '').slice(0, 80))}
      </span>
    ),
  },
  {
    id: 'reward',
    label: 'Reward',
    help: doc.reward.doc,
    width: 70,
    align: 'right',
    sortable: true,
    firstSort: 'desc',
    render: ({ reward }) => (reward === null ? null : <span>{Number(reward.toPrecision(4))}</span>),
  },
  count('n_steps', 'Steps', 62),
  count('n_calls', 'Calls', 60),
  count('n_apis', 'Tools', 60),
  count('n_declared', 'Declared', 74),
  count('n_branches', 'Branches', 74),
  count('n_errors', 'Errors', 64),
  count('n_invalid', 'Faulty calls', 88),
  {
    id: 'problems',
    label: 'Problems',
    help: doc.problems.doc,
    width: 200,
    sortable: true,
    firstSort: 'desc',
    render: ({ problems }) => <ProblemsCell problems={problems} />,
  },
  count('tokens', 'Tokens', 76),
  count('tokens_system', 'System tokens', 104),
  count('tokens_user', 'User tokens', 90),
  count('tokens_assistant', 'Assistant tokens', 118),
  count('tokens_reasoning', 'Reasoning tokens', 122),
  count('tokens_calls', 'Call tokens', 90),
  count('tokens_observations', 'Observation tokens', 132),
  text('format', 'Format', 120),
  text('trajectory_id', 'Id', 280),
  text('parent_id', 'Parent', 200),
  text('source_record', 'Record', 240),
];

export const DEFAULT_COLUMNS: readonly TrajectoryColumn[] = [
  'task',
  'source',
  'kind',
  'model',
  'outcome',
  'n_steps',
  'n_calls',
  'n_errors',
  'problems',
  'tokens',
];

/** A row on a narrow screen: the task, then where it is from and what it holds. */
export function compactTrajectory(row: TrajectoryRow, context: TrajectoryContext) {
  return (
    <a
      href={context.href(row.trajectory_id)}
      tabIndex={-1}
      className="flex h-full min-w-0 flex-1 flex-col justify-center gap-0.5 px-3"
    >
      <span className="flex min-w-0 items-center gap-1.5">
        <FlagMark row={row} context={context} />
        <span className="truncate font-medium">
          <Highlighted text={titleOf(row)} terms={context.terms} />
        </span>
      </span>
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

/** What a trajectory is called: its task, or its id where it has none. */
export function titleOf({ task, trajectory_id: id }: Pick<TrajectoryRow, 'task' | 'trajectory_id'>): string {
  return visibleText((task === null || task.trim() === '' ? id : task).slice(0, 300));
}

interface CellProps {
  readonly row: TrajectoryRow;
  readonly context: TrajectoryContext;
}

function TaskCell({ row, context }: CellProps) {
  return (
    <span className="flex w-full min-w-0 items-center gap-1.5">
      <FlagMark row={row} context={context} />
      <a
        href={context.href(row.trajectory_id)}
        tabIndex={-1}
        title={row.trajectory_id}
        className="truncate font-medium hover:text-accent hover:underline"
      >
        <Highlighted text={titleOf(row)} terms={context.terms} />
      </a>
    </span>
  );
}

function FlagMark({ row, context }: CellProps) {
  if (!context.flagged.has(row.trajectory_id)) return null;
  return <Flag className="size-3 shrink-0 fill-current text-warn" aria-label="flagged" data-testid="flag" />;
}

function SourceCell({ row, context }: CellProps) {
  const isConstructed = context.constructed.has(row.source);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate text-ink-2" title={row.source}>
        {row.source}
      </span>
      {isConstructed ? <Badge title="Assembled from documentation; no one ran it">constructed</Badge> : null}
    </span>
  );
}

function ProblemsCell({ problems }: Pick<TrajectoryRow, 'problems'>) {
  const meanings: Readonly<Record<string, string>> = PROBLEMS;
  return (
    <span
      className="truncate text-xs text-ink-2"
      title={problems.map((code) => `${code}: ${meanings[code] ?? ''}`).join('\n')}
    >
      {problems.join(', ')}
    </span>
  );
}
