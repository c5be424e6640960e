/** The columns of the list of documents: one declaration for header, menu, sorting, cells and the names in the URL. */
import { visibleText } from '@/components/content/visible-text';
import { Highlighted } from '@/components/list/highlighted';
import type { TableColumn } from '@/components/table/types';
import { Badge, cx } from '@/components/ui';
import { formatCount } from '@/lib/format/numbers';
import type { DocumentSort } from '@/lib/queries/document-filter';
import { listedColumns } from '@/lib/queries/documents';
import type { DocumentRow } from './document-lists';

/** What all cells share. */
export interface DocumentContext {
  /** Words of the search, for highlighting; empty for none. */
  readonly terms: readonly string[];
  readonly href: (id: string) => string;
}

type Column = TableColumn<DocumentRow, DocumentContext> & { readonly id: DocumentSort['column'] };

function text(
  id: 'source' | 'component' | 'language' | 'licence' | 'document_id',
  label: string,
  width: number,
): Column {
  return {
    id,
    label,
    help: listedColumns[id].doc,
    width,
    sortable: true,
    render: (row) => (
      <span
        className={cx('truncate text-ink-2', id === 'document_id' && 'font-mono text-xs')}
        title={row[id] ?? undefined}
      >
        {visibleText((row[id] ?? '').slice(0, 200))}
      </span>
    ),
  };
}

function count(id: 'tokens' | 'chars' | 'bytes', label: string, width: number): Column {
  return {
    id,
    label,
    help: listedColumns[id].doc,
    width,
    align: 'right',
    sortable: true,
    firstSort: 'desc',
    render: (row) => <span className={row[id] === 0 ? 'text-ink-3' : undefined}>{formatCount(row[id])}</span>,
  };
}

export const DOCUMENT_TABLE_COLUMNS: readonly Column[] = [
  {
    id: 'title',
    label: 'Title',
    help: listedColumns.title.doc,
    width: 420,
    minWidth: 160,
    grow: 4,
    sortable: true,
    pinned: true,
    render: (row, context) => <TitleCell row={row} context={context} />,
  },
  text('source', 'Source', 130),
  text('component', 'Component', 96),
  text('language', 'Language', 110),
  text('licence', 'Licence', 140),
  count('tokens', 'Tokens', 80),
  count('bytes', 'Bytes', 84),
  {
    id: 'density',
    label: 'Tokens per byte',
    help: listedColumns.density.doc,
    width: 118,
    align: 'right',
    sortable: true,
    firstSort: 'desc',
    render: ({ density }) => (density === null ? null : <span>{density.toFixed(3)}</span>),
  },
  count('chars', 'Characters', 92),
  text('document_id', 'Id', 320),
];

export const DEFAULT_COLUMNS: readonly DocumentSort['column'][] = [
  'title',
  'source',
  'component',
  'language',
  'licence',
  'tokens',
  'bytes',
  'density',
];

/** A row on a narrow screen: the title, then where it is from and how long it is. */
export function compactDocument(row: DocumentRow, context: DocumentContext) {
  return (
    <a
      href={context.href(row.document_id)}
      tabIndex={-1}
      className="flex h-full min-w-0 flex-1 flex-col justify-center gap-0.5 px-3"
    >
      <span className="truncate font-medium">
        <Highlighted text={titleOf(row)} terms={context.terms} />
      </span>
      <span className="tabular flex min-w-0 items-center gap-2 text-xs text-ink-3">
        <span className="truncate">
          {visibleText([row.source, row.language ?? row.component].join(' · ').slice(0, 120))}
        </span>
        <span className="ml-auto shrink-0">{formatCount(row.tokens)} tok</span>
        <RepeatMark row={row} />
      </span>
    </a>
  );
}

/** What a document is called: its title, or its id where that is empty. */
export function titleOf({ title, document_id: id }: Pick<DocumentRow, 'title' | 'document_id'>): string {
  return visibleText((title.trim() === '' ? id : title).slice(0, 300));
}

function TitleCell({ row, context }: { readonly row: DocumentRow; readonly context: DocumentContext }) {
  return (
    <span className="flex w-full min-w-0 items-center gap-1.5">
      <a
        href={context.href(row.document_id)}
        tabIndex={-1}
        title={row.document_id}
        className="truncate font-medium hover:text-accent hover:underline"
      >
        <Highlighted text={titleOf(row)} terms={context.terms} />
      </a>
      <RepeatMark row={row} />
    </span>
  );
}

function RepeatMark({ row }: { readonly row: DocumentRow }) {
  if (row.duplicate === null) return null;
  return row.duplicate === 'exact' ? (
    <Badge title="The same text as an earlier document">repeat</Badge>
  ) : (
    <Badge title="Much the same text as an earlier document">near repeat</Badge>
  );
}
