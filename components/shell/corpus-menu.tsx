'use client';

import { ChevronsUpDown, FolderOpen } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { ErrorBoundary } from '@/components/ui/panel-boundary';
import { useCorpus } from '@/lib/data';
import { formatPlural } from '@/lib/format/numbers';
import { CorpusChoices } from './corpus-choices';
import { useShell } from './shell-context';
import { useOpenCorpus } from './use-open-corpus';

/** Which corpus is open, and the others. Works where corpus.json does not: another one can still be chosen. */
export function CorpusMenu() {
  const { open } = useShell();
  return (
    <Menu
      className="w-84 max-w-[calc(100vw-1rem)]"
      trigger={
        <Button variant="ghost" className="w-44 justify-between!">
          <span className="sr-only">Corpus:</span>
          <span className="truncate">
            <WhereRead instead="no corpus">
              <CorpusTitle />
            </WhereRead>
          </span>
          <ChevronsUpDown className="text-ink-3" aria-hidden />
        </Button>
      }
    >
      <WhereRead instead={<MenuLabel>The corpus in the address could not be opened.</MenuLabel>}>
        <CorpusSummary />
      </WhereRead>
      <WhereRead instead={<MenuLabel>corpora.json could not be read: no list of corpora.</MenuLabel>}>
        <CorpusChoices />
      </WhereRead>
      <MenuSeparator />
      <MenuItem onSelect={() => open('corpus')}>
        <FolderOpen aria-hidden /> Open a corpus by URL…
      </MenuItem>
    </Menu>
  );
}

/** What needs a corpus, or a word where there is none: the page below says what is wrong. */
export function WhereRead({ instead, children }: { readonly instead: ReactNode; readonly children: ReactNode }) {
  const { wanted } = useOpenCorpus();
  return (
    <ErrorBoundary name="the corpus" resetKey={wanted ?? ''} renderError={() => instead}>
      <Suspense fallback={<span className="inline-block w-24" />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

function CorpusTitle() {
  return useCorpus().manifest.title;
}

function CorpusSummary() {
  const { manifest } = useCorpus();
  const { apis, trajectories } = manifest.totals;
  return (
    <div className="border-b border-line px-2 pt-1 pb-2">
      <p className="font-medium break-words">{manifest.title}</p>
      <p className="tabular text-xs text-ink-3">
        {formatPlural(apis, 'API')} · {formatPlural(trajectories, 'trajectory', 'trajectories')} ·{' '}
        {formatPlural(manifest.sources.length, 'source')}
      </p>
    </div>
  );
}
