'use client';

import { ChevronRight, FileText } from 'lucide-react';
import Link from 'next/link';
import { useQueryState, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { ContentView } from '@/components/content/content-view';
import { documentHints } from '@/components/content/document-hints';
import { PAGE } from '@/components/content/page-width';
import { useTitle } from '@/components/content/use-title';
import { visibleText } from '@/components/content/visible-text';
import { titleOf } from '@/components/document-list/columns';
import type { DocumentRow } from '@/components/document-list/document-lists';
import { Button, CopyButton, EmptyState, Loading, PanelBoundary, Skeleton } from '@/components/ui';
import { formatBytes, formatCount } from '@/lib/format/numbers';
import { retry, useCorpus, useQuery } from '@/lib/data';
import { documentById, documentDuplicateOf, documentText } from '@/lib/queries/documents';
import { corpusParser, documentHref, documentListParsers, documentsHref, documentUrlKeys, idParser } from '@/lib/url';
import { DocumentNeighbours } from './document-neighbours';

/** The list that the URL describes, and the links that keep it. */
function useDocumentList() {
  const [corpus] = useQueryState('corpus', corpusParser);
  const [list] = useQueryStates(documentListParsers, { urlKeys: documentUrlKeys });
  return useMemo(
    () => ({
      list,
      listHref: documentsHref({ corpus, list }),
      hrefOf: (id: string) => documentHref(id, { corpus, list }),
    }),
    [corpus, list],
  );
}

/** One document of the components code and text. */
export function DocumentView() {
  const [id] = useQueryState('id', idParser);
  const links = useDocumentList();
  if (id === null) return <NoDocument title="No document is named" listHref={links.listHref} />;
  return (
    <div className={PAGE} data-testid="document-page">
      <header className="pt-3 pb-4">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-sm text-ink-2">
            <Link href={links.listHref} prefetch={false} className="shrink-0 hover:text-accent hover:underline">
              Documents
            </Link>
            <ChevronRight className="size-3 shrink-0 text-ink-3" aria-hidden />
            <span className="min-w-0 truncate font-mono text-xs">{visibleText(id.slice(0, 200))}</span>
          </nav>
          <div className="ml-auto">
            <DocumentNeighbours id={id} {...links} />
          </div>
        </div>
      </header>
      <PanelBoundary name="the document" fallback={<BodySkeleton />} resetKey={id} onRetry={retry}>
        <Body key={id} id={id} {...links} />
      </PanelBoundary>
    </div>
  );
}

interface BodyProps {
  readonly id: string;
  readonly listHref: string;
  readonly hrefOf: (id: string) => string;
}

function Body({ id, listHref, hrefOf }: BodyProps) {
  const { manifest } = useCorpus();
  const [found] = useQuery(documentById(id));
  useTitle(found === undefined ? id : titleOf(found));
  if (found === undefined) {
    return (
      <NoDocument title="No document has this id" listHref={listHref}>
        The corpus “{manifest.title}” holds no document with the id{' '}
        <code className="font-mono text-xs [overflow-wrap:anywhere]">{visibleText(id.slice(0, 300))}</code>. Another
        corpus or another build may.
      </NoDocument>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <h1 className="line-clamp-2 min-w-0 text-lg font-semibold [overflow-wrap:anywhere]" data-testid="title">
          {titleOf(found)}
        </h1>
        <span className="-ml-1 flex items-center">
          <CopyButton text={id} label="Copy id" />
          <CopyButton text={() => window.location.href} label="Copy link" />
        </span>
      </div>
      <Facts row={found} licence={manifest.sources.find(({ source }) => source === found.source)?.licence ?? null} />
      {found.duplicate === null ? null : <RepeatNote id={id} hrefOf={hrefOf} />}
      <div className="mt-4 border-t border-line pt-4" data-testid="document-text">
        <Content row={found} />
      </div>
    </>
  );
}

function Facts({ row, licence }: { readonly row: DocumentRow; readonly licence: string | null }) {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Source', row.source],
    ['Component', row.component],
    ['Language', row.language],
    ['Licence', row.licence ?? (licence === null ? null : `${licence} (of its source)`)],
    ['Tokens', formatCount(row.tokens)],
    ['Size', `${formatBytes(row.bytes)}, ${formatCount(row.chars)} characters`],
    ['Tokens per byte', row.density === null ? null : row.density.toFixed(3)],
  ];
  return (
    <dl className="tabular mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label} className="flex min-w-0 gap-1.5">
            <dt className="shrink-0 text-ink-3">{label}</dt>
            <dd className="min-w-0 truncate" title={value}>
              {visibleText(value.slice(0, 200))}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function RepeatNote({ id, hrefOf }: Pick<BodyProps, 'id' | 'hrefOf'>) {
  const [found] = useQuery(documentDuplicateOf(id));
  if (found === undefined) return null;
  return (
    <p role="note" className="mt-2 text-sm text-ink-2" data-testid="repeats">
      {found.kind === 'exact'
        ? 'The same text as '
        : `About ${Math.round(found.similarity * 100)} % of the same word sequences as `}
      <Link
        href={hrefOf(found.duplicate_of)}
        prefetch={false}
        className="font-mono text-xs text-accent [overflow-wrap:anywhere] hover:underline"
      >
        {visibleText(found.duplicate_of.slice(0, 200))}
      </Link>
      , which comes before it in the input.
    </p>
  );
}

function Content({ row }: { readonly row: DocumentRow }) {
  const [text] = useQuery(documentText(row.document_id));
  if (text === undefined) return <p className="text-sm text-ink-3">The corpus holds no text of this document.</p>;
  return (
    <ContentView
      text={text.content}
      label="Text of the document"
      firstLines={FIRST_LINES}
      {...documentHints(row.component, row.language)}
    />
  );
}

/** A page shows more of a text than a step among others. */
const FIRST_LINES = 400;

function NoDocument(props: { readonly title: string; readonly listHref: string; readonly children?: React.ReactNode }) {
  return (
    <EmptyState
      icon={FileText}
      title={props.title}
      actions={
        <Button asChild>
          <Link href={props.listHref} prefetch={false}>
            Open the list
          </Link>
        </Button>
      }
    >
      <div data-testid="unknown-document">
        {props.children ?? (
          <>
            This page shows the document whose id the address gives as <code className="font-mono text-xs">?id=</code>.
            There is none, or it is too long.
          </>
        )}
      </div>
    </EmptyState>
  );
}

/** The page while it loads. */
export function DocumentSkeleton() {
  return (
    <div className={PAGE}>
      <div className="h-14" />
      <BodySkeleton />
    </div>
  );
}

function BodySkeleton() {
  return (
    <Loading label="Loading the document">
      <Skeleton className="h-6 w-80 max-w-full" />
      <Skeleton className="mt-3 h-4 w-full" />
      <Skeleton className="mt-6 h-72 w-full" />
    </Loading>
  );
}
