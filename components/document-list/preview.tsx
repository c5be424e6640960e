'use client';

import { ArrowUpRight, X } from 'lucide-react';
import Link from 'next/link';
import { visibleText } from '@/components/content/visible-text';
import { useLatest } from '@/components/list/use-latest';
import { CopyButton, ErrorPanel, IconButton, Loading, Skeleton } from '@/components/ui';
import { runQuery, type Corpus } from '@/lib/data';
import { formatBytes, formatCount } from '@/lib/format/numbers';
import { documentBeginning } from '@/lib/queries/documents';
import { titleOf } from './columns';
import type { DocumentRow } from './document-lists';

/** Rows that are passed quickly are not read. */
const REST_MS = 120;

export interface PreviewProps {
  readonly corpus: Corpus;
  readonly row: DocumentRow | null;
  readonly href: string;
  /** Null where the frame around it closes it. */
  readonly onClose: (() => void) | null;
}

/** The active row: its title and facts, and how it begins. */
export function Preview({ corpus, row, href, onClose }: PreviewProps) {
  if (row === null)
    return <p className="p-4 text-sm text-ink-3">No row is active. J and K move, Space shows the row here.</p>;
  const id = row.document_id;
  return (
    <article className="flex flex-col gap-3 p-4" data-testid="preview" data-preview-id={id}>
      <header className="flex items-start gap-1">
        <h2 className="min-w-0 flex-1 text-sm font-semibold break-words whitespace-pre-wrap">{titleOf(row)}</h2>
        {onClose === null ? null : (
          <IconButton size="sm" label="Close the preview (Space)" onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        )}
      </header>
      <div className="flex min-w-0 items-center gap-1 text-xs">
        <span className="min-w-0 truncate font-mono text-ink-3" title={id}>
          {visibleText(id.slice(0, 200))}
        </span>
        <CopyButton text={id} label="Copy the id" />
        <Link
          href={href}
          prefetch={false}
          className="ml-auto flex shrink-0 items-center gap-0.5 text-accent hover:underline"
        >
          Open <ArrowUpRight className="size-3.5" aria-hidden />
        </Link>
      </div>
      <p className="tabular text-xs text-ink-2">
        {visibleText(
          [row.source, row.language, row.licence]
            .filter((fact) => fact !== null)
            .join(' · ')
            .slice(0, 300),
        )}{' '}
        · {formatCount(row.tokens)} tokens · {formatBytes(row.bytes)}
      </p>
      <Beginning corpus={corpus} row={row} />
    </article>
  );
}

function Beginning({ corpus, row }: { readonly corpus: Corpus; readonly row: DocumentRow }) {
  const { value, stale, error, retry } = useLatest(
    JSON.stringify([corpus.baseUrl, row.document_id]),
    async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      signal.throwIfAborted();
      const [found] = await runQuery(corpus, documentBeginning(row.document_id), { signal });
      return found?.text ?? '';
    },
  );
  if (error !== null) return <ErrorPanel error={error} title="The text could not be read" onRetry={retry} />;
  if (value === null || stale) {
    return (
      <Loading label="Loading the text">
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  }
  const more = row.chars - value.length;
  return (
    <div className="border-t border-line pt-3" data-testid="preview-text">
      <p className="font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2">{visibleText(value)}</p>
      {more > 0 ? <p className="mt-1 text-xs text-ink-3">and {formatCount(more)} more characters</p> : null}
    </div>
  );
}
