'use client';

import { FileJson } from 'lucide-react';
import Link from 'next/link';
import { Suspense, useState } from 'react';
import { CallsList } from '@/components/api/calls-panel';
import { SiblingsList } from '@/components/api/siblings-list';
import { RowsSkeleton } from '@/components/api/skeletons';
import type { ApiDoc, ApiLinks } from '@/components/api/types';
import { CodeBlock } from '@/components/content/code-block';
import { FoldedText } from '@/components/content/folded-text';
import { SectionPanel } from '@/components/content/section-panel';
import { Button, CopyButton, ErrorBoundary, Loading, PanelBoundary } from '@/components/ui';
import { parseApiId } from '@/lib/corpus';
import { retry, useCorpus, useQuery } from '@/lib/data';
import { formatBytes, formatCount, formatPlural } from '@/lib/format/numbers';
import { apiCalls, apiRaw, apiSiblings } from '@/lib/queries/api-record';
import { apiByIds } from '@/lib/queries/apis';

interface SectionProps {
  readonly id: string;
  readonly links: ApiLinks;
}

/** The exact text that a model would be trained on. */
export function TrainingSection({ id, document }: { readonly id: string; readonly document: string }) {
  const { manifest } = useCorpus();
  return (
    <SectionPanel
      id="training"
      title="Training document"
      note={
        <ErrorBoundary name="the token count" onRetry={retry}>
          <Suspense fallback={formatPlural(document.length, 'character')}>
            <TokenCount id={id} /> ({manifest.tokenizer}), {formatPlural(document.length, 'character')}
          </Suspense>
        </ErrorBoundary>
      }
      controls={<CopyButton text={document} label="Copy document" />}
    >
      <p className="mb-2 max-w-[78ch] text-xs text-ink-3">
        The exact text that a model would be trained on; control characters are shown as glyphs.
      </p>
      <CodeBlock text={document} label="Training document" />
    </SectionPanel>
  );
}

function TokenCount({ id }: { readonly id: string }) {
  const [api] = useQuery(apiByIds([id]));
  return api === undefined ? null : formatPlural(api.doc_tokens, 'token');
}

/** Calls to the API in trajectories. */
export function CallsSection({ id, links }: SectionProps) {
  return (
    <SectionPanel id="calls" title="Calls in trajectories">
      <PanelBoundary name="the calls" fallback={<LoadingRows label="Loading the calls" rows={3} />} onRetry={retry}>
        <Calls id={id} links={links} />
      </PanelBoundary>
    </SectionPanel>
  );
}

function Calls({ id, links }: SectionProps) {
  const [api] = useQuery(apiByIds([id]));
  if (api === undefined || api.n_calls === 0) {
    return (
      <p className="text-ink-3" data-testid="never-called">
        Never called: no trajectory of this corpus calls this API. It is documented only.
      </p>
    );
  }
  return <FoundCalls id={id} links={links} />;
}

function FoundCalls({ id, links }: SectionProps) {
  return <CallsList calls={useQuery(apiCalls(id))} links={links} />;
}

/** Other APIs of the tool. */
export function SiblingsSection({ id, links }: SectionProps) {
  return (
    <SectionPanel id="siblings" title="Other APIs of this tool">
      <PanelBoundary
        name="the other APIs"
        fallback={<LoadingRows label="Loading the other APIs" rows={5} />}
        onRetry={retry}
      >
        <Siblings id={id} links={links} />
      </PanelBoundary>
    </SectionPanel>
  );
}

function Siblings({ id, links }: SectionProps) {
  const siblings = useQuery(apiSiblings(id));
  const all = siblings[0]?.n_siblings ?? 0;
  const key = parseApiId(id);
  if (all <= 1) return <p className="text-ink-3">This is the only API of its tool.</p>;
  return (
    <>
      <SiblingsList siblings={siblings} current={id} links={links} />
      <p className="tabular mt-1.5 text-xs text-ink-3">
        {siblings.length < all
          ? `The ${formatCount(siblings.length)} nearest of ${formatCount(all)} APIs, in order of id.`
          : `All ${formatCount(all)} APIs, in order of id.`}{' '}
        {key === null ? null : (
          <Link href={links.tool(key.provider, key.tool)} prefetch={false} className="text-accent underline">
            Open them in the catalogue
          </Link>
        )}
      </p>
    </>
  );
}

/** Where the record is from, and the record itself. */
export function RawSection({ id, doc }: { readonly id: string; readonly doc: ApiDoc }) {
  const [wanted, setWanted] = useState(false);
  return (
    <SectionPanel id="raw" title="Source and raw record">
      <dl className="mb-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
        <dt className="text-ink-3">File</dt>
        <dd className="font-mono">
          <FoldedText text={doc.source_file} first={300} />
        </dd>
        <dt className="text-ink-3">Pointer</dt>
        <dd className="font-mono">
          <FoldedText text={doc.source_pointer} first={300} />
        </dd>
        <dt className="text-ink-3">Document’s own licence</dt>
        <dd>
          {doc.licence === null ? (
            <span className="text-ink-3">none declared</span>
          ) : (
            <FoldedText text={doc.licence} first={200} />
          )}
        </dd>
      </dl>
      {wanted ? (
        <PanelBoundary
          name="the raw record"
          fallback={<LoadingRows label="Loading the raw record" rows={4} />}
          onRetry={retry}
        >
          <Raw id={id} />
        </PanelBoundary>
      ) : (
        <Button size="sm" onClick={() => setWanted(true)} data-testid="load-raw">
          <FileJson aria-hidden /> Load the raw record
        </Button>
      )}
    </SectionPanel>
  );
}

function Raw({ id }: { readonly id: string }) {
  const [found] = useQuery(apiRaw(id));
  if (found === undefined) return <p className="text-ink-3">The corpus holds no raw record of this API.</p>;
  const bytes = new TextEncoder().encode(found.raw).length;
  return (
    <>
      <div className="mb-1 flex items-center gap-2 text-xs text-ink-3">
        <span>
          {found.raw_format.toUpperCase()}, {formatBytes(bytes)}, as its file has it
        </span>
        <span className="ml-auto">
          <CopyButton text={found.raw} label="Copy raw record" />
        </span>
      </div>
      <CodeBlock text={found.raw} label="Raw record" />
    </>
  );
}

function LoadingRows({ label, rows }: { readonly label: string; readonly rows: number }) {
  return (
    <Loading label={label}>
      <RowsSkeleton rows={rows} />
    </Loading>
  );
}
