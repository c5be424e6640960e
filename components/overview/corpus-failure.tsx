'use client';

import { FolderOpen } from 'lucide-react';
import Link from 'next/link';
import { useShell } from '@/components/shell/shell-context';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { ManifestError } from '@/lib/data';
import { OpenDataSection } from './open-data-section';

export interface CorpusFailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** There is no corpus to show: why, and every way on. */
export function CorpusFailure({ error, onRetry }: CorpusFailureProps) {
  const { open } = useShell();
  return (
    <div className="page">
      <h1 className="pt-8 pb-4 text-2xl leading-8 font-semibold tracking-[-0.015em]">No corpus is open</h1>
      <ErrorPanel
        error={error}
        title={titleOf(error)}
        onRetry={onRetry}
        className="mb-8 max-w-3xl"
        actions={
          <>
            <Button size="sm" onClick={() => open('corpus')}>
              <FolderOpen aria-hidden /> Open another by URL…
            </Button>
            <Button size="sm" asChild>
              <Link href="/">Open the first one here</Link>
            </Button>
          </>
        }
      />
      <OpenDataSection />
    </div>
  );
}

function titleOf(error: unknown): string {
  if (!(error instanceof ManifestError)) return 'The corpus could not be opened';
  const isList = error.url.endsWith('corpora.json');
  switch (error.fault) {
    case 'missing':
      return isList ? 'No corpus is served here yet' : 'corpus.json is missing';
    case 'network':
      return `${isList ? 'corpora.json' : 'corpus.json'} could not be fetched`;
    case 'not-json':
    case 'not-a-corpus':
      return `${isList ? 'corpora.json' : 'corpus.json'} cannot be read`;
    case 'newer-version':
      return 'This corpus needs a newer Forge Explorer';
    case 'unknown-name':
      return 'No such corpus is served here';
    default:
      return 'The corpus could not be opened';
  }
}
