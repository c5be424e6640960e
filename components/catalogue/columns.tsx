/** The columns of the catalogue: one declaration for header, menu, sorting, cells and the names in the URL. */
import { MethodBadge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { Highlighted } from '@/components/list/highlighted';
import type { TableColumn } from '@/components/table/types';
import { tables, type Row } from '@/lib/corpus';
import { formatCount } from '@/lib/format/numbers';
import type { ApiColumn } from '@/lib/queries/api-filter';
import { matchNote } from './match-note';

export type ApiRow = Row<'apis'>;

/** What all cells share. */
export interface RowContext {
  /** Terms of the search, for highlighting; empty for none. */
  readonly terms: readonly string[];
  readonly href: (id: string) => string;
  /** Bit set of the fields that hold the search's terms (api_postings.fields), where known. */
  readonly fieldsOf: (apiNo: number) => number | undefined;
}

type ApiTableColumn = TableColumn<ApiRow, RowContext> & { readonly id: ApiColumn };

const doc = tables.apis.columns;

function text(
  id: 'provider' | 'tool' | 'domain' | 'kind' | 'source' | 'api_id',
  label: string,
  width: number,
): ApiTableColumn {
  return {
    id,
    label,
    help: doc[id].doc,
    width,
    sortable: true,
    render: (row) => <Plain value={row[id]} mono={id === 'api_id'} />,
  };
}

type CountColumn = 'n_params' | 'n_required' | 'n_examples' | 'doc_tokens' | 'n_calls' | 'n_trajectories' | 'n_invalid';

function count(id: CountColumn, label: string, width: number): ApiTableColumn {
  return {
    id,
    label,
    help: doc[id].doc,
    width,
    align: 'right',
    sortable: true,
    firstSort: 'desc',
    render: (row) => (
      <span className={row[id] === 0 ? 'text-ink-3' : id === 'n_invalid' ? 'text-bad' : undefined}>
        {formatCount(row[id])}
      </span>
    ),
  };
}

const schemaTone: Readonly<Record<string, string>> = {
  full: 'bg-good',
  partial: 'bg-warn',
  prose: 'bg-line-strong',
  none: 'bg-transparent ring-1 ring-line-strong ring-inset',
};

export const API_TABLE_COLUMNS: readonly ApiTableColumn[] = [
  {
    id: 'name',
    label: 'API',
    help: doc.name.doc,
    width: 230,
    minWidth: 120,
    grow: 2,
    sortable: true,
    pinned: true,
    render: (row, context) => <NameCell row={row} context={context} />,
  },
  {
    id: 'method',
    label: 'Method',
    help: doc.method.doc,
    width: 66,
    sortable: true,
    render: (row) => <MethodBadge method={row.method} />,
  },
  {
    id: 'path',
    label: 'Path',
    help: doc.path.doc,
    width: 220,
    grow: 2,
    sortable: true,
    render: (row, { terms }) => (
      <span className="truncate font-mono text-xs text-ink-2" title={row.path ?? undefined}>
        {row.path === null ? null : <Highlighted text={row.path} terms={terms} />}
      </span>
    ),
  },
  {
    id: 'summary',
    label: 'Summary',
    help: doc.summary.doc,
    width: 240,
    grow: 4,
    sortable: true,
    render: (row, context) => <SummaryCell row={row} context={context} />,
  },
  text('provider', 'Provider', 140),
  text('tool', 'Tool', 120),
  text('domain', 'Domain', 110),
  text('kind', 'Kind', 72),
  count('n_params', 'Params', 68),
  count('n_required', 'Required', 74),
  count('doc_tokens', 'Tokens', 72),
  count('n_calls', 'Calls', 60),
  count('n_trajectories', 'Trajectories', 92),
  count('n_invalid', 'Invalid', 66),
  count('n_examples', 'Examples', 76),
  {
    id: 'schema_status',
    label: 'Schema',
    help: doc.schema_status.doc,
    width: 78,
    sortable: true,
    render: ({ schema_status: status }) => (
      <span className="flex items-center gap-1.5 text-xs text-ink-2">
        <span aria-hidden className={cx('size-1.5 rounded-full', schemaTone[status])} />
        {status}
      </span>
    ),
  },
  {
    id: 'deprecated',
    label: 'Deprecated',
    help: doc.deprecated.doc,
    width: 86,
    sortable: true,
    firstSort: 'desc',
    render: (row) => (row.deprecated ? <span className="text-xs text-warn">deprecated</span> : null),
  },
  text('source', 'Source', 130),
  text('api_id', 'Id', 320),
];

export const DEFAULT_COLUMNS: readonly ApiColumn[] = [
  'name',
  'method',
  'path',
  'summary',
  'provider',
  'n_params',
  'doc_tokens',
  'n_calls',
  'schema_status',
];

function Plain({ value, mono }: { readonly value: string | null; readonly mono: boolean }) {
  return (
    <span className={cx('truncate text-ink-2', mono && 'font-mono text-xs')} title={value ?? undefined}>
      {value}
    </span>
  );
}

function NameCell({ row, context }: { readonly row: ApiRow; readonly context: RowContext }) {
  return (
    <a
      href={context.href(row.api_id)}
      tabIndex={-1}
      title={row.name}
      className={cx(
        'truncate font-medium text-ink hover:text-accent hover:underline',
        row.deprecated && 'text-ink-3 line-through',
      )}
    >
      <Highlighted text={row.name} terms={context.terms} />
    </a>
  );
}

function SummaryCell({ row, context }: { readonly row: ApiRow; readonly context: RowContext }) {
  return (
    <span className="flex w-full min-w-0 items-center gap-2">
      <span className="min-w-0 flex-1 truncate text-ink-2" title={row.summary ?? undefined}>
        {row.summary === null ? null : <Highlighted text={row.summary} terms={context.terms} />}
      </span>
      <MatchNote row={row} context={context} />
    </span>
  );
}

/** Says where the hit is when none of the visible fields shows it. */
function MatchNote({ row, context }: { readonly row: ApiRow; readonly context: RowContext }) {
  const note = context.terms.length === 0 ? null : matchNote(context.fieldsOf(row.api_no));
  if (note === null) return null;
  return (
    <span
      data-testid="match-note"
      className="shrink-0 rounded-sm border border-line px-1 text-2xs leading-4 text-ink-3"
    >
      {note}
    </span>
  );
}

/** A row on a narrow screen: method and name, then where it is from and what it costs. */
export function compactRow(row: ApiRow, context: RowContext) {
  return (
    <a href={context.href(row.api_id)} tabIndex={-1} className="flex h-full flex-col justify-center gap-0.5 px-3">
      <span className="flex min-w-0 items-baseline gap-2">
        <MethodBadge method={row.method} className="w-11 shrink-0" />
        <span className={cx('min-w-0 flex-1 truncate font-medium', row.deprecated && 'text-ink-3 line-through')}>
          <Highlighted text={row.name} terms={context.terms} />
        </span>
        <span className="tabular shrink-0 text-xs text-ink-3">{formatCount(row.doc_tokens)} tok</span>
      </span>
      <span className="flex min-w-0 items-baseline gap-2 text-xs text-ink-3">
        <span className="max-w-[45%] shrink-0 truncate">{row.provider}</span>
        <span className="min-w-0 flex-1 truncate">
          <Highlighted text={row.summary ?? row.path ?? ''} terms={context.terms} />
        </span>
        <MatchNote row={row} context={context} />
      </span>
    </a>
  );
}
